// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.internal.execute.Disjunction;
import io.bulkdsl.internal.model.PdnfModel;
import io.bulkdsl.internal.source.Rows;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/**
 * A condition over many rows of values, the principal disjunctive normal form. For calling; made by {@link
 * BulkDSL#pdnf(Class)}.
 *
 * <!-- from: src/it/plain-maven/src/main/java/com/example/shop/Statements.java -->
 * <pre>{@code
 * return pdnf(Delivery.class)
 *         .key(BOOK.ISBN).from(Delivery::isbn)
 *         .key(BOOK.STOCK, lt()).from(Delivery::copies)
 *         .rows(wanted);
 * }</pre>
 *
 * <p>It may stand in any query:
 *
 * <!-- from: src/it/plain-maven/src/test/java/com/example/shop/StatementsSqlTest.java -->
 * <pre>{@code
 * where (
 *   (book.isbn = ? and book.stock < ?)
 *   or (book.isbn = ? and book.stock < ?)
 * )
 * }</pre>
 *
 * <p>Beyond 20 rows the same is said by a semi-join, {@code exists (select 1 from unnest(?, ?) as incoming …)}, which
 * PostgreSQL plans and runs in milliseconds where the long form takes seconds. The operators mean what they mean in a
 * bulk statement, also for nulls. No rows select nothing: {@code false}. Rows that say the same twice are fine.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> an element, a row of the caller's
 * @since 0.1
 */
public final class Pdnf<E> {

    private final PdnfModel<E> model;

    Pdnf(PdnfModel<E> model) {
        this.model = model;
    }

    /**
     * {@code … and column = value}. The column may be of any table of the query, or an expression. A null value is
     * refused when rows are read.
     *
     * @throws IllegalArgumentException if the column is of a database type that PostgreSQL can't compare: json, xml
     */
    public <T extends @Nullable Object> FromStep<E, T, Pdnf<E>> key(Field<T> column) {
        return key(column, Operators.eq());
    }

    /**
     * {@code … and column operator value}. What null does is for the operator to say; most refuse it when rows are
     * read.
     *
     * @throws IllegalArgumentException if the column is of a database type the operator doesn't work on
     */
    public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, Pdnf<E>> key(
            Field<T> column, KeyOperator<T, V> operator) {
        return new FromStep<>(getter -> new Pdnf<>(model.key(column, operator, getter)));
    }

    /** Doesn't lead anywhere: the operator doesn't suit the column. */
    public ColumnOrFunctionDoesNotFit key(SelectField<?> column, KeyOperator<?, ?> operator) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code (… and …) or (… and …) or …} for these rows, which are read now.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row is null, or one of its keys where the operator doesn't
     *     take null; if a getter throws, or a text can't be stored
     */
    public Condition rows(Iterable<? extends E> rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /**
     * As {@link #rows(Iterable)}; the stream is closed.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent, as in {@link #rows(Iterable)}
     */
    public Condition rows(Stream<? extends E> rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /**
     * As {@link #rows(Iterable)}, for an iterator, which is read to its end.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent, as in {@link #rows(Iterable)}
     */
    public Condition rows(Iterator<? extends E> rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /**
     * As {@link #rows(Iterable)}, for an array or rows listed one by one.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row can't be sent, as in {@link #rows(Iterable)}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition rows(E... rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /**
     * {@code pdnf(element)}: the first column to match.
     *
     * @param <E> an element
     * @since 0.1
     */
    public static final class KeyStep<E> {

        private final PdnfModel<E> model;

        KeyStep(PdnfModel<E> model) {
            this.model = model;
        }

        /**
         * {@code column = value}. The column may be of any table of the query, or an expression. A null value is
         * refused when rows are read.
         *
         * @throws IllegalArgumentException if the column is of a database type that PostgreSQL can't compare: json, xml
         */
        public <T extends @Nullable Object> FromStep<E, T, Pdnf<E>> key(Field<T> column) {
            return new Pdnf<>(model).key(column);
        }

        /**
         * {@code column operator value}. What null does is for the operator to say; most refuse it when rows are read.
         *
         * @throws IllegalArgumentException if the column is of a database type the operator doesn't work on
         */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, Pdnf<E>> key(
                Field<T> column, KeyOperator<T, V> operator) {
            return new Pdnf<>(model).key(column, operator);
        }

        /** Doesn't lead anywhere: the operator doesn't suit the column. */
        public ColumnOrFunctionDoesNotFit key(SelectField<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }
    }
}
