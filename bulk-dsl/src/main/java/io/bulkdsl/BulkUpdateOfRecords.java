// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.Given;
import io.bulkdsl.internal.model.UpdateModel;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkUpdate} whose elements are the table's own records, so that columns need no getters. For
 * calling; made by {@link BulkDSL#bulkUpdate(Table)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * int updated = bulkUpdate(BOOK)
 *         .keys(BOOK.ISBN)
 *         .set(BOOK.TITLE)
 *         .set(BOOK.STOCK, incr())
 *         .rows(books)
 *         .execute(ctx);
 * }</pre>
 *
 * <p>Each record gives the value it holds for each named column, also where that is null or was never set on it. Where
 * jOOQ's code generator was told of the table's version, it gives the version it was read with too, as by {@link
 * BulkUpdate#version}. Otherwise as {@link BulkUpdate}, with the same SQL.
 *
 * @param <R> the table's record
 * @since 0.1
 */
public final class BulkUpdateOfRecords<R extends Record> extends DefinitionStep<R> {

    private final UpdateModel<R, R> model;

    BulkUpdateOfRecords(UpdateModel<R, R> model) {
        super(model);
        this.model = model;
    }

    /**
     * {@code column = incoming.column}; null is written.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, or belongs to another alias of the
     *     table
     */
    public <T extends @Nullable Object> BulkUpdateOfRecords<R> set(TableField<R, T> column) {
        return set(column, Functions.eq());
    }

    /**
     * {@code column = incoming.column, …}, for all columns given; null is written.
     *
     * @throws IllegalArgumentException if a column is set already or is a key, or belongs to another alias of the table
     */
    @SafeVarargs
    public final BulkUpdateOfRecords<R> set(TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
        BulkUpdateOfRecords<R> result = set(first).set(second);
        for (TableField<R, ?> another : more) {
            result = result.set(another);
        }
        return result;
    }

    /**
     * {@code column = function(column, incoming.column)}; what null does is for the function to say.
     *
     * @throws IllegalArgumentException if the column is set already or is a key, belongs to another alias of the table,
     *     or is of a database type the function doesn't work on; or if duplicates are to be folded and the function
     *     can't
     */
    public <T extends @Nullable Object> BulkUpdateOfRecords<R> set(
            TableField<R, T> column, SetFunction<T, T> function) {
        return new BulkUpdateOfRecords<>(model.notAKey(column).set(column, function, record -> record.get(column)));
    }

    /**
     * {@code column = function(column)}; takes nothing from the records.
     *
     * @throws IllegalArgumentException if the column is set already, belongs to another alias of the table, or is of a
     *     database type the function doesn't work on
     */
    public <T extends @Nullable Object> BulkUpdateOfRecords<R> set(TableField<R, T> column, Computed<T> function) {
        return new BulkUpdateOfRecords<>(model.set(column, function));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable set(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /** Doesn't lead anywhere: one of the columns is of another table. */
    public NotAColumnOfThisTable set(Field<?> first, Field<?> second, Field<?>... more) {
        return NotAColumnOfThisTable.refuse(first, second, more);
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
    public <T extends @Nullable Object> BulkUpdateOfRecords<R> setWhenChanged(
            TableField<R, T> column, Computed<T> function) {
        return new BulkUpdateOfRecords<>(model.setWhenChanged(column, function));
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
    public BulkUpdateOfRecords<R> onlyChanged() {
        return new BulkUpdateOfRecords<>(model.onlyChanged(Stream.empty()));
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
    public final BulkUpdateOfRecords<R> onlyChanged(TableField<R, ?> first, TableField<R, ?>... more) {
        return new BulkUpdateOfRecords<>(model.onlyChanged(Stream.concat(Stream.of(first), Stream.of(more))));
    }

    /**
     * {@code update … set} of only those columns that a record touched, among those set before; others stay as they
     * are. Records that touched the same columns go together, one statement each, all or none. A record that touched
     * nothing changes nothing.
     *
     * @see Record#changed(Field)
     */
    public BulkUpdateOfRecords<R> touchedOnly() {
        return new BulkUpdateOfRecords<>(model.given(Given::ifTouched));
    }

    /** {@code where … and (condition)}, as {@link BulkUpdate#where(Condition)}. */
    public BulkUpdateOfRecords<R> where(Condition condition) {
        return new BulkUpdateOfRecords<>(model.where(condition));
    }

    /** What becomes of records with the same key, as {@link BulkUpdate#duplicates(Duplicates)}. */
    public BulkUpdateOfRecords<R> duplicates(Duplicates policy) {
        return new BulkUpdateOfRecords<>(model.duplicates(policy));
    }

    /**
     * {@code bulkUpdate(table)}: which rows of the table belong to a record.
     *
     * @param <R> the table's record
     * @since 0.1
     */
    public static final class KeyStep<R extends Record> {

        private final UpdateModel<R, R> model;

        KeyStep(UpdateModel<R, R> model) {
            this.model = model;
        }

        /**
         * {@code where column = incoming.column and …}, for all columns given. A null key is refused when rows are
         * read.
         *
         * @throws IllegalArgumentException if a column belongs to another alias of the table
         */
        @SafeVarargs
        public final SetStep<R> keys(TableField<R, ?> column, TableField<R, ?>... more) {
            SetStep<R> result = new SetStep<>(equal(model, column));
            for (TableField<R, ?> another : more) {
                result = new SetStep<>(equal(result.model, another));
            }
            return result;
        }

        /** {@code where column = incoming.column}, as {@link #keys}. */
        public SetStep<R> key(TableField<R, ?> column) {
            return keys(column);
        }

        /** {@code where column operator incoming.column}, as {@link BulkUpdate.KeyStep#key(TableField, KeyOperator)}. */
        public <T extends @Nullable Object> SetStep<R> key(TableField<R, T> column, KeyOperator<T, T> operator) {
            return new SetStep<>(model.key(column, operator, record -> record.get(column)));
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the operator doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        private static <R extends Record, T extends @Nullable Object> UpdateModel<R, R> equal(
                UpdateModel<R, R> model, TableField<R, T> column) {
            return model.key(column, Operators.eq(), record -> record.get(column));
        }
    }

    /**
     * After the keys: another key, or what changes.
     *
     * @param <R> the table's record
     * @since 0.1
     */
    public static final class SetStep<R extends Record> {

        private final UpdateModel<R, R> model;

        SetStep(UpdateModel<R, R> model) {
            this.model = model;
        }

        /** {@code … and column = incoming.column}, as {@link KeyStep#keys}. */
        public SetStep<R> key(TableField<R, ?> column) {
            return new KeyStep<>(model).keys(column);
        }

        /** {@code … and column operator incoming.column}, as {@link KeyStep#key(TableField, KeyOperator)}. */
        public <T extends @Nullable Object> SetStep<R> key(TableField<R, T> column, KeyOperator<T, T> operator) {
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

        /** {@code set column = incoming.column}, as {@link BulkUpdateOfRecords#set(TableField)}. */
        public <T extends @Nullable Object> BulkUpdateOfRecords<R> set(TableField<R, T> column) {
            return new BulkUpdateOfRecords<>(model).set(column);
        }

        /**
         * {@code set column = incoming.column, …}, as {@link BulkUpdateOfRecords#set(TableField, TableField,
         * TableField...)}.
         */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final BulkUpdateOfRecords<R> set(
                TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
            return new BulkUpdateOfRecords<>(model).set(first, second, more);
        }

        /** {@code set column = function(column, incoming.column)}, as {@link BulkUpdateOfRecords#set(TableField, SetFunction)}. */
        public <T extends @Nullable Object> BulkUpdateOfRecords<R> set(
                TableField<R, T> column, SetFunction<T, T> function) {
            return new BulkUpdateOfRecords<>(model).set(column, function);
        }

        /** {@code set column = function(column)}, as {@link BulkUpdateOfRecords#set(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkUpdateOfRecords<R> set(TableField<R, T> column, Computed<T> function) {
            return new BulkUpdateOfRecords<>(model).set(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable set(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: one of the columns is of another table. */
        public NotAColumnOfThisTable set(Field<?> first, Field<?> second, Field<?>... more) {
            return NotAColumnOfThisTable.refuse(first, second, more);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit set(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /**
         * {@code update … set} of every column but the keys and the version, where a record touched it.
         *
         * @see BulkUpdateOfRecords#touchedOnly()
         */
        public BulkUpdateOfRecords<R> touchedOnly() {
            UpdateModel<R, R> result = model;
            for (Field<?> column : model.unboundColumns()) {
                result = withTouched(result, column);
            }
            return new BulkUpdateOfRecords<>(result);
        }

        private static <R extends Record, T extends @Nullable Object> UpdateModel<R, R> withTouched(
                UpdateModel<R, R> model, Field<T> column) {
            return model.set(column, Functions.eq(), record -> record.get(column), Given.ifTouched(column));
        }
    }
}
