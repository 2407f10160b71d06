// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.UpdateModel;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkUpdate}: which rows of the table belong to an element, and what changes in them. For calling;
 * made by {@link BulkDSL#bulkUpdate(Table, Class)}.
 *
 * <!-- from: src/it/plain-maven/src/main/java/com/example/shop/Statements.java -->
 * <pre>{@code
 * static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
 *         .key(BOOK.ISBN).from(Delivery::isbn)
 *         .set(BOOK.STOCK, incr()).from(Delivery::copies)
 *         .set(BOOK.RESTOCKED_AT, now());
 * }</pre>
 *
 * <p>{@code RESTOCK.rows(deliveries).execute(ctx)} sends one statement:
 *
 * <!-- from: src/it/plain-maven/src/test/java/com/example/shop/StatementsSqlTest.java -->
 * <pre>{@code
 * update book
 * set
 *   stock = coalesce((book.stock + incoming.stock), incoming.stock, book.stock),
 *   restocked_at = now()
 * from (values (?, ?), (?, ?)) as incoming (isbn, stock)
 * where book.isbn = incoming.isbn
 * }</pre>
 *
 * <p>An element may belong to several rows of the table; a row that no element belongs to stays as it is, and an element
 * that no row belongs to changes nothing. A null key is refused, unless its operator takes null; what another null does
 * is for the set function to say. The rest is in the manual, under "Semantics".
 *
 * <p>Immutable and thread-safe; a definition is made and checked once and used with any rows.
 *
 * @param <R> the table's record
 * @param <E> an element, a row of the caller's
 * @see <a href="https://www.postgresql.org/docs/current/sql-update.html">PostgreSQL: UPDATE</a>
 * @since 0.1
 */
public final class BulkUpdate<R extends Record, E> extends DefinitionStep<E> {

    private final UpdateModel<R, E> model;

    BulkUpdate(UpdateModel<R, E> model) {
        super(model);
        this.model = model;
    }

    /**
     * {@code column = incoming.column}; null is written.
     *
     * @throws IllegalArgumentException if the column is set already, or belongs to another alias of the table
     */
    public <T extends @Nullable Object> FromStep<E, T, BulkUpdate<R, E>> set(TableField<R, T> column) {
        return set(column, Functions.eq());
    }

    /**
     * {@code column = function(column, incoming.column)}; what null does is for the function to say.
     *
     * @throws IllegalArgumentException if the column is set already, belongs to another alias of the table, or is of a
     *     database type the function doesn't work on; or if duplicates are to be folded and the function can't
     */
    public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpdate<R, E>> set(
            TableField<R, T> column, SetFunction<T, V> function) {
        return new FromStep<>(getter -> new BulkUpdate<>(model.set(column, function, getter)));
    }

    /**
     * {@code column = function(column)}; takes nothing from the rows.
     *
     * @throws IllegalArgumentException if the column is set already, belongs to another alias of the table, or is of a
     *     database type the function doesn't work on
     */
    public <T extends @Nullable Object> BulkUpdate<R, E> set(TableField<R, T> column, Computed<T> function) {
        return new BulkUpdate<>(model.set(column, function));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable set(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit set(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code column = case when (a is distinct from …) then function(column) else column end}: sets an audit column
     * where another column changes, and only there; with {@link #onlyChanged()} just {@code column = function(column)}.
     *
     * @throws IllegalArgumentException if the column is set already, belongs to another alias of the table, or is of a
     *     database type the function doesn't work on
     */
    public <T extends @Nullable Object> BulkUpdate<R, E> setWhenChanged(TableField<R, T> column, Computed<T> function) {
        return new BulkUpdate<>(model.setWhenChanged(column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setWhenChanged(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code … and (a is distinct from incoming.a or …)}: rows that would not change aren't written. No new version, no
     * WAL, no trigger, and they don't count. A null equals a null. A column set by {@code now()} always changes; {@link
     * #setWhenChanged} is for those. json and xml are compared as text; of another type that PostgreSQL can't compare,
     * such as {@code point}, the statement fails with its error 42883.
     *
     * @see <a href="https://www.postgresql.org/docs/current/functions-comparison.html">PostgreSQL: Comparison</a>
     */
    public BulkUpdate<R, E> onlyChanged() {
        return new BulkUpdate<>(model.onlyChanged(Stream.empty()));
    }

    /**
     * {@code … and (a is distinct from incoming.a or …)} of some columns only: where none of these changes, the row
     * isn't written, whatever the others would have become.
     *
     * @throws IllegalArgumentException if a column belongs to another alias of the table, or, when rows are given, if
     *     it isn't set
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkUpdate<R, E> onlyChanged(TableField<R, ?> first, TableField<R, ?>... more) {
        return new BulkUpdate<>(model.onlyChanged(Stream.concat(Stream.of(first), Stream.of(more))));
    }

    /**
     * {@code … and version is not distinct from incoming.version}: optimistic locking. A row is written only if it
     * still has the version the element was read with, and gets the next one: the number after, or of a timestamp
     * {@code clock_timestamp()}. A null matches a null version only. A row that has changed since is stale: {@code
     * execute} and {@code fetch} fail with {@link org.jooq.exception.DataChangedException} and write nothing, {@code
     * fetchOutcomes} tells it as {@link io.bulkdsl.contract.Status#STALE} and writes the others.
     *
     * <p>Versions that jOOQ's code generator was told of ({@code recordVersionFields}, {@code recordTimestampFields})
     * are counted on by every bulk update, with or without this.
     *
     * @throws IllegalArgumentException if the column is neither a number nor a time, is set already, or belongs to
     *     another alias of the table
     */
    public <T extends @Nullable Object> FromStep<E, T, BulkUpdate<R, E>> version(TableField<R, T> column) {
        return new FromStep<>(getter -> new BulkUpdate<>(model.version(column, getter)));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable version(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /**
     * {@code where … and (condition)}: narrows which rows of the table may change. Several conditions are joined by
     * {@code and}; a row for which one is null doesn't change.
     *
     * @param condition over the table, for example {@code BOOK.DISCONTINUED.isFalse()}; may contain subqueries
     */
    public BulkUpdate<R, E> where(Condition condition) {
        return new BulkUpdate<>(model.where(condition));
    }

    /**
     * What becomes of rows with the same key; the default is {@link Duplicates#FAIL}. Which keys are the same is for
     * the server to say: {@code 1.0} and {@code 1.00}, {@code Emma} and {@code EMMA} in citext. Where an operator is no
     * equality, there are no duplicates.
     *
     * @throws IllegalArgumentException with {@link Duplicates#FOLD}, if a set function can't make one value of two
     */
    public BulkUpdate<R, E> duplicates(Duplicates policy) {
        return new BulkUpdate<>(model.duplicates(policy));
    }

    /**
     * {@code bulkUpdate(table, element)}: which rows of the table belong to an element.
     *
     * @param <R> the table's record
     * @param <E> an element
     * @since 0.1
     */
    public static final class KeyStep<R extends Record, E> {

        private final UpdateModel<R, E> model;

        KeyStep(UpdateModel<R, E> model) {
            this.model = model;
        }

        /**
         * {@code where column = incoming.column}. A null key is refused when rows are read.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table, or is json or xml,
         *     which PostgreSQL can't compare
         */
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return key(column, Operators.eq());
        }

        /**
         * {@code where column operator incoming.column}.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table, or is of a database
         *     type the operator doesn't work on
         */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, SetStep<R, E>> key(
                TableField<R, T> column, KeyOperator<T, V> operator) {
            return new FromStep<>(getter -> new SetStep<>(model.key(column, operator, getter)));
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the operator doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }
    }

    /**
     * After a key: another key, or what changes.
     *
     * @param <R> the table's record
     * @param <E> an element
     * @since 0.1
     */
    public static final class SetStep<R extends Record, E> {

        private final UpdateModel<R, E> model;

        SetStep(UpdateModel<R, E> model) {
            this.model = model;
        }

        /**
         * {@code … and column = incoming.column}.
         *
         * @see KeyStep#key(TableField)
         */
        public <T extends @Nullable Object> FromStep<E, T, SetStep<R, E>> key(TableField<R, T> column) {
            return new KeyStep<>(model).key(column);
        }

        /**
         * {@code … and column operator incoming.column}. The same column may be a key several times: {@code id >= ? and
         * id < ?}.
         *
         * @see KeyStep#key(TableField, KeyOperator)
         */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, SetStep<R, E>> key(
                TableField<R, T> column, KeyOperator<T, V> operator) {
            return new KeyStep<>(model).key(column, operator);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the operator doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /**
         * {@code set column = incoming.column}; null is written.
         *
         * @see BulkUpdate#set(TableField)
         */
        public <T extends @Nullable Object> FromStep<E, T, BulkUpdate<R, E>> set(TableField<R, T> column) {
            return new BulkUpdate<>(model).set(column);
        }

        /**
         * {@code set column = function(column, incoming.column)}.
         *
         * @see BulkUpdate#set(TableField, SetFunction)
         */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkUpdate<R, E>> set(
                TableField<R, T> column, SetFunction<T, V> function) {
            return new BulkUpdate<>(model).set(column, function);
        }

        /**
         * {@code set column = function(column)}.
         *
         * @see BulkUpdate#set(TableField, Computed)
         */
        public <T extends @Nullable Object> BulkUpdate<R, E> set(TableField<R, T> column, Computed<T> function) {
            return new BulkUpdate<>(model).set(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable set(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit set(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }
    }
}
