// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted.Scope;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code getOrCreate} whose elements are the table's own records, so that columns need no getters. For calling;
 * made by {@link BulkDSL#getOrCreate(org.jooq.Table)}. Otherwise as {@link GetOrCreate},
 * with the same SQL; a record gives a null also where the column was never set on it.
 *
 * @param <R> the table's record
 * @since 0.1
 */
public final class GetOrCreateOfRecords<R extends Record> extends DefinitionStep<R> {

    private final UpsertModel<R, R> model;

    GetOrCreateOfRecords(UpsertModel<R, R> model) {
        super(model);
        this.model = model;
    }

    /** {@code on conflict (…, column)}, as {@link BulkUpsert.KeyStep#key(TableField, EqualityOperator)}. */
    public <T extends @Nullable Object> GetOrCreateOfRecords<R> key(
            TableField<R, T> column, EqualityOperator<T> operator) {
        return new KeyStep<>(model).key(column, operator);
    }

    /** Doesn't lead anywhere: an operator that is no equality, which is what a conflict target compares by. */
    public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /** {@code insert into … (column)}, as {@link GetOrCreate#set(TableField)}; null is written. */
    public <T extends @Nullable Object> GetOrCreateOfRecords<R> set(TableField<R, T> column) {
        return new GetOrCreateOfRecords<>(model.set(Scope.NEW, column, Functions.eq(), record -> record.get(column)));
    }

    /** {@code insert into … (column, …)}, as {@link #set(TableField)} of each column given. */
    @SafeVarargs
    public final GetOrCreateOfRecords<R> set(
            TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
        GetOrCreateOfRecords<R> result = set(first).set(second);
        for (TableField<R, ?> another : more) {
            result = result.set(another);
        }
        return result;
    }

    /** {@code insert into … (column)} of {@code function(null)}, as {@link GetOrCreate#set(TableField, Computed)}. */
    public <T extends @Nullable Object> GetOrCreateOfRecords<R> set(TableField<R, T> column, Computed<T> function) {
        return new GetOrCreateOfRecords<>(model.set(Scope.NEW, column, function));
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

    /** What becomes of records with the same key, as {@link GetOrCreate#duplicates(Duplicates)}. */
    public GetOrCreateOfRecords<R> duplicates(Duplicates policy) {
        return new GetOrCreateOfRecords<>(model.duplicates(policy));
    }

    /**
     * {@code getOrCreate(table)}: by which unique key.
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
         * @throws IllegalArgumentException if a column belongs to another alias of the table, or is json or xml, which
         *     PostgreSQL can't compare
         */
        @SafeVarargs
        public final GetOrCreateOfRecords<R> keys(TableField<R, ?> column, TableField<R, ?>... more) {
            UpsertModel<R, R> result = withKey(model, column);
            for (TableField<R, ?> another : more) {
                result = withKey(result, another);
            }
            return new GetOrCreateOfRecords<>(result);
        }

        /** {@code on conflict (column)} by another equality, as {@link BulkUpsert.KeyStep#key(TableField, EqualityOperator)}. */
        public <T extends @Nullable Object> GetOrCreateOfRecords<R> key(
                TableField<R, T> column, EqualityOperator<T> operator) {
            return new GetOrCreateOfRecords<>(model.key(column, operator, record -> record.get(column)));
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
}
