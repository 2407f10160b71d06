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
 * <pre>{@code
 * ctx.selectFrom(BOOK).where(
 *         pdnf(Wanted.class)
 *                 .key(BOOK.ID, in()).from(Wanted::ids)
 *                 .key(BOOK.TITLE).from(Wanted::title)
 *                 .rows(wanted))
 * }</pre>
 *
 * <pre>{@code
 * select … from book where (book.id = any (?) and book.title = ?) or (book.id = any (?) and book.title = ?)
 * }</pre>
 *
 * <p>Beyond 20 rows the same is said by a semi-join, {@code exists (select 1 from unnest(?, ?) as incoming …)}, which
 * PostgreSQL plans and runs in milliseconds where the long form takes seconds. The operators mean what they mean in a
 * bulk statement, also for nulls. No rows select nothing.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> an element, a row of the caller's
 */
public final class Pdnf<E> {

    private final PdnfModel<E> model;

    Pdnf(PdnfModel<E> model) {
        this.model = model;
    }

    /** {@code … and column = value}. */
    public <T extends @Nullable Object> FromStep<E, T, Pdnf<E>> key(Field<T> column) {
        return key(column, Operators.eq());
    }

    /** {@code … and column operator value}. */
    public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, Pdnf<E>> key(
            Field<T> column, KeyOperator<T, V> operator) {
        return new FromStep<>(getter -> new Pdnf<>(model.key(column, operator, getter)));
    }

    /** Doesn't lead anywhere: the operator doesn't suit the column. */
    public ColumnOrFunctionDoesNotFit key(SelectField<?> column, KeyOperator<?, ?> operator) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * The condition for these rows, which are read now.
     *
     * @throws io.bulkdsl.contract.InvalidRowException if a row or one of its keys is null where the operator doesn't
     *     take null, or a getter throws
     */
    public Condition rows(Iterable<? extends E> rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /** As {@link #rows(Iterable)}; the stream is closed. */
    public Condition rows(Stream<? extends E> rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /** As {@link #rows(Iterable)}. */
    public Condition rows(Iterator<? extends E> rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /** As {@link #rows(Iterable)}, for an array or rows listed one by one. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition rows(E... rows) {
        return Disjunction.of(model, Rows.of(rows));
    }

    /**
     * {@code pdnf(element)}: the first column to match.
     *
     * @param <E> an element
     */
    public static final class KeyStep<E> {

        private final PdnfModel<E> model;

        KeyStep(PdnfModel<E> model) {
            this.model = model;
        }

        /** {@code column = value}. The column may be of any table of the query, or an expression. */
        public <T extends @Nullable Object> FromStep<E, T, Pdnf<E>> key(Field<T> column) {
            return new Pdnf<>(model).key(column);
        }

        /** {@code column operator value}. */
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
