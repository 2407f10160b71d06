// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.ConflictTarget;
import io.bulkdsl.internal.model.Given;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted.Scope;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkUpsert} whose elements are the table's own records, so that columns need no getters. For calling;
 * made by {@link BulkDSL#bulkUpsert(Table)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * int written = bulkUpsert(PRICE)
 *         .keys(PRICE.SKU)
 *         .set(PRICE.AMOUNT)
 *         .setOnInsert(PRICE.FIRST_SEEN, now())
 *         .onlyChanged()
 *         .rows(prices)
 *         .execute(ctx);
 * }</pre>
 *
 * <p>Each record gives the value it holds for each named column, also where that is null or was never set on it. Where
 * jOOQ's code generator was told of the table's version, it gives the version it was read with too, as by {@link
 * BulkUpsert#version}. Otherwise as {@link BulkUpsert}, with the same SQL.
 *
 * @param <R> the table's record
 * @since 0.1
 */
public final class BulkUpsertOfRecords<R extends Record> extends DefinitionStep<R> {

    private final UpsertModel<R, R> model;

    BulkUpsertOfRecords(UpsertModel<R, R> model) {
        super(model);
        this.model = model;
    }

    /** {@code do update set column = excluded.column}, as {@link BulkUpsert#set(TableField)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> set(TableField<R, T> column) {
        return set(column, Functions.eq());
    }

    /** {@code do update set column = excluded.column, …}, as {@link #set(TableField)} of each column given. */
    @SafeVarargs
    public final BulkUpsertOfRecords<R> set(TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
        BulkUpsertOfRecords<R> result = set(first).set(second);
        for (TableField<R, ?> another : more) {
            result = result.set(another);
        }
        return result;
    }

    /** {@code set column = function(column, excluded.column)}, as {@link BulkUpsert#set(TableField, SetFunction)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> set(
            TableField<R, T> column, SetFunction<T, T> function) {
        return new BulkUpsertOfRecords<>(model.set(Scope.ALL, column, function, record -> record.get(column)));
    }

    /** {@code do update set column = function(column)}, as {@link BulkUpsert#set(TableField, Computed)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> set(TableField<R, T> column, Computed<T> function) {
        return new BulkUpsertOfRecords<>(model.set(Scope.ALL, column, function));
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

    /** {@code insert into … (column)} alone, as {@link BulkUpsert#setOnInsert(TableField)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnInsert(TableField<R, T> column) {
        return new BulkUpsertOfRecords<>(model.set(Scope.NEW, column, Functions.eq(), record -> record.get(column)));
    }

    /** {@code insert into … (column)} alone, as {@link BulkUpsert#setOnInsert(TableField, Computed)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnInsert(
            TableField<R, T> column, Computed<T> function) {
        return new BulkUpsertOfRecords<>(model.set(Scope.NEW, column, function));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable setOnInsert(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setOnInsert(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /** {@code update … set column = incoming.column} alone, as {@link BulkUpsert#setOnUpdate(TableField)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnUpdate(TableField<R, T> column) {
        return setOnUpdate(column, Functions.eq());
    }

    /** {@code update … set column = function(…)} alone, as {@link BulkUpsert#setOnUpdate(TableField, SetFunction)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnUpdate(
            TableField<R, T> column, SetFunction<T, T> function) {
        return new BulkUpsertOfRecords<>(model.set(Scope.EXISTING, column, function, record -> record.get(column)));
    }

    /** Doesn't lead anywhere: a column of another table. */
    public NotAColumnOfThisTable setOnUpdate(Field<?> column) {
        return NotAColumnOfThisTable.refuse(column);
    }

    /** {@code do update set column = function(column)} alone, as {@link BulkUpsert#setOnUpdate(TableField, Computed)}. */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnUpdate(
            TableField<R, T> column, Computed<T> function) {
        return new BulkUpsertOfRecords<>(model.set(Scope.EXISTING, column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setOnUpdate(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code column = case when (a is distinct from …) then …}, as {@link BulkUpsert#setWhenChanged(TableField,
     * Computed)}.
     */
    public <T extends @Nullable Object> BulkUpsertOfRecords<R> setWhenChanged(
            TableField<R, T> column, Computed<T> function) {
        return new BulkUpsertOfRecords<>(model.set(Scope.CHANGED, column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setWhenChanged(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * {@code insert into …} of only those columns that a record touched, among those set before: others get their
     * default in a new row and stay as they are in an existing one. Records that touched the same columns go together,
     * one statement each, all or none.
     *
     * @see Record#changed(Field)
     */
    public BulkUpsertOfRecords<R> touchedOnly() {
        return new BulkUpsertOfRecords<>(model.given(Given::ifTouched));
    }

    /**
     * {@code do update … where (condition)}, as {@link BulkUpsert#where(Condition)}; what the record holds is jOOQ's {@code
     * DSL.excluded(column)} there too, but not where a version is checked.
     */
    public BulkUpsertOfRecords<R> where(Condition condition) {
        return new BulkUpsertOfRecords<>(model.where(condition));
    }

    /** {@code … where not exists (…)}: only what changes is written, as {@link BulkUpsert#onlyChanged()}. */
    public BulkUpsertOfRecords<R> onlyChanged() {
        return new BulkUpsertOfRecords<>(model.onlyChanged(Stream.empty()));
    }

    /**
     * As {@link #onlyChanged()} comparing some columns only: where none of these changes, the row isn't written,
     * whatever the others would have become.
     *
     * @throws IllegalArgumentException if a column belongs to another alias of the table, or, when rows are given, if
     *     it isn't set
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkUpsertOfRecords<R> onlyChanged(TableField<R, ?> first, TableField<R, ?>... more) {
        return new BulkUpsertOfRecords<>(model.onlyChanged(Stream.concat(Stream.of(first), Stream.of(more))));
    }

    /** {@code on conflict (…) do nothing}, as {@link BulkUpsert#doNothing()}. */
    public BulkUpsertOfRecords<R> doNothing() {
        return new BulkUpsertOfRecords<>(model.doNothing());
    }

    /** {@code on conflict on constraint …}, as {@link BulkUpsert#onConstraint(UniqueKey)}. */
    public BulkUpsertOfRecords<R> onConstraint(UniqueKey<R> constraint) {
        return new BulkUpsertOfRecords<>(model.target(constraint));
    }

    /** {@code on conflict on constraint …}, as {@link BulkUpsert#onConstraint(Name)}. */
    public BulkUpsertOfRecords<R> onConstraint(Name constraint) {
        return new BulkUpsertOfRecords<>(model.target(new ConflictTarget.Constraint(constraint)));
    }

    /** {@code on conflict (key) where condition}, as {@link BulkUpsert#indexWhere(Condition)}. */
    public BulkUpsertOfRecords<R> indexWhere(Condition condition) {
        return new BulkUpsertOfRecords<>(model.target(new ConflictTarget.PartialIndex(condition)));
    }

    /** {@code update …}, and for new keys {@code lock table …}, as {@link BulkUpsert#keyNotUnique()}. */
    public BulkUpsertOfRecords<R> keyNotUnique() {
        return new BulkUpsertOfRecords<>(model.target(new ConflictTarget.Lock()));
    }

    /**
     * Columns that a trigger fills: the SQL leaves them out, and that they are NOT NULL without a default is no error.
     *
     * @throws IllegalArgumentException if one belongs to another alias of the table
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkUpsertOfRecords<R> filledByDatabase(TableField<R, ?>... columns) {
        return new BulkUpsertOfRecords<>(model.filledByDatabase(Stream.of(columns)));
    }

    UpsertModel<R, R> model() {
        return model;
    }

    /** What becomes of records with the same key, as {@link BulkUpsert#duplicates(Duplicates)}. */
    public BulkUpsertOfRecords<R> duplicates(Duplicates policy) {
        return new BulkUpsertOfRecords<>(model.duplicates(policy));
    }

    /**
     * {@code bulkUpsert(table)}: the conflict target.
     *
     * @param <R> the table's record
     * @since 0.1
     */
    public static final class KeyStep<R extends Record> {

        private final UpsertModel<R, R> model;

        KeyStep(UpsertModel<R, R> model) {
            this.model = model;
        }

        /**
         * {@code on conflict (column, …)}; a new row gets the values. A null key is refused when rows are read.
         *
         * @throws IllegalArgumentException if a column belongs to another alias of the table
         */
        @SafeVarargs
        public final SetStep<R> keys(TableField<R, ?> column, TableField<R, ?>... more) {
            UpsertModel<R, R> result = withKey(model, column);
            for (TableField<R, ?> another : more) {
                result = withKey(result, another);
            }
            return new SetStep<>(result);
        }

        /** {@code on conflict (column)}, as {@link #keys}. */
        public SetStep<R> key(TableField<R, ?> column) {
            return keys(column);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** {@code on conflict (column)} by another equality, as {@link BulkUpsert.KeyStep#key(TableField, EqualityOperator)}. */
        public <T extends @Nullable Object> SetStep<R> key(TableField<R, T> column, EqualityOperator<T> operator) {
            return new SetStep<>(model.key(column, operator, record -> record.get(column)));
        }

        /** Doesn't lead anywhere: an operator that is no equality, which is what a conflict target compares by. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        private static <R extends Record, T extends @Nullable Object> UpsertModel<R, R> withKey(
                UpsertModel<R, R> model, TableField<R, T> column) {
            return model.key(column, Operators.eq(), record -> record.get(column));
        }
    }

    /**
     * After the keys: what is set.
     *
     * @param <R> the table's record
     * @since 0.1
     */
    public static final class SetStep<R extends Record> {

        private final UpsertModel<R, R> model;

        SetStep(UpsertModel<R, R> model) {
            this.model = model;
        }

        /** {@code on conflict (…, column)}, as {@link KeyStep#keys}. */
        public SetStep<R> key(TableField<R, ?> column) {
            return new KeyStep<>(model).keys(column);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** {@code on conflict (…, column)}, as {@link BulkUpsert.KeyStep#key(TableField, EqualityOperator)}. */
        public <T extends @Nullable Object> SetStep<R> key(TableField<R, T> column, EqualityOperator<T> operator) {
            return new KeyStep<>(model).key(column, operator);
        }

        /** Doesn't lead anywhere: an operator that is no equality, which is what a conflict target compares by. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** {@code do update set column = excluded.column}, as {@link BulkUpsert#set(TableField)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> set(TableField<R, T> column) {
            return new BulkUpsertOfRecords<>(model).set(column);
        }

        /** {@code do update set column = excluded.column, …}, as {@link #set(TableField)} of each column given. */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final BulkUpsertOfRecords<R> set(
                TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
            return new BulkUpsertOfRecords<>(model).set(first, second, more);
        }

        /** {@code set column = function(column, excluded.column)}, as {@link BulkUpsert#set(TableField, SetFunction)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> set(
                TableField<R, T> column, SetFunction<T, T> function) {
            return new BulkUpsertOfRecords<>(model).set(column, function);
        }

        /** {@code do update set column = function(column)}, as {@link BulkUpsert#set(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> set(TableField<R, T> column, Computed<T> function) {
            return new BulkUpsertOfRecords<>(model).set(column, function);
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

        /** {@code insert into … (column)} alone, as {@link BulkUpsert#setOnInsert(TableField)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnInsert(TableField<R, T> column) {
            return new BulkUpsertOfRecords<>(model).setOnInsert(column);
        }

        /** {@code insert into … (column)} alone, as {@link BulkUpsert#setOnInsert(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnInsert(
                TableField<R, T> column, Computed<T> function) {
            return new BulkUpsertOfRecords<>(model).setOnInsert(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable setOnInsert(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit setOnInsert(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** {@code update … set column = incoming.column} alone, as {@link BulkUpsert#setOnUpdate(TableField)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnUpdate(TableField<R, T> column) {
            return new BulkUpsertOfRecords<>(model).setOnUpdate(column);
        }

        /** {@code update … set column = function(…)} alone, as {@link BulkUpsert#setOnUpdate(TableField, SetFunction)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnUpdate(
                TableField<R, T> column, SetFunction<T, T> function) {
            return new BulkUpsertOfRecords<>(model).setOnUpdate(column, function);
        }

        /** {@code do update set column = function(column)} alone, as {@link BulkUpsert#setOnUpdate(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkUpsertOfRecords<R> setOnUpdate(
                TableField<R, T> column, Computed<T> function) {
            return new BulkUpsertOfRecords<>(model).setOnUpdate(column, function);
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable setOnUpdate(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit setOnUpdate(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** {@code insert into … on conflict (…) do nothing}: inserts the keys that aren't there. */
        public BulkUpsertOfRecords<R> doNothing() {
            return new BulkUpsertOfRecords<>(model).doNothing();
        }

        /**
         * {@code insert into …} of every column but the keys and the version, where a record touched it.
         *
         * @see BulkUpsertOfRecords#touchedOnly()
         */
        public BulkUpsertOfRecords<R> touchedOnly() {
            UpsertModel<R, R> result = model;
            for (Field<?> column : model.unboundColumns()) {
                result = withTouched(result, column);
            }
            return new BulkUpsertOfRecords<>(result);
        }

        private static <R extends Record, T extends @Nullable Object> UpsertModel<R, R> withTouched(
                UpsertModel<R, R> model, Field<T> column) {
            return model.set(column, Functions.eq(), record -> record.get(column), Given.ifTouched(column));
        }
    }
}
