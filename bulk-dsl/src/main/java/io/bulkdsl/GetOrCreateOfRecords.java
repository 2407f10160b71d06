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
 * made by {@link BulkDSL#getOrCreate(org.jooq.Table)}. Otherwise as {@link GetOrCreate}.
 *
 * @param <R> the table's record
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

    /** As {@link GetOrCreate#set(TableField)}. */
    public <T extends @Nullable Object> GetOrCreateOfRecords<R> set(TableField<R, T> column) {
        return new GetOrCreateOfRecords<>(model.set(Scope.NEW, column, Functions.eq(), record -> record.get(column)));
    }

    /** The same for all columns given. */
    @SafeVarargs
    public final GetOrCreateOfRecords<R> set(
            TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
        GetOrCreateOfRecords<R> result = set(first).set(second);
        for (TableField<R, ?> another : more) {
            result = result.set(another);
        }
        return result;
    }

    /** As {@link GetOrCreate#set(TableField, Computed)}. */
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

    /** As {@link GetOrCreate#duplicates(Duplicates)}. */
    public GetOrCreateOfRecords<R> duplicates(Duplicates policy) {
        return new GetOrCreateOfRecords<>(model.duplicates(policy));
    }

    /**
     * {@code getOrCreate(table)}: by which unique key.
     *
     * @param <R> the table's record
     */
    public static final class KeyStep<R extends Record> {

        private final UpsertModel<R, R> model;

        KeyStep(UpsertModel<R, R> model) {
            this.model = model;
        }

        /** {@code on conflict (column, …)}; a new row gets the values. A null key is refused when rows are read. */
        @SafeVarargs
        public final GetOrCreateOfRecords<R> keys(TableField<R, ?> column, TableField<R, ?>... more) {
            UpsertModel<R, R> result = withKey(model, column);
            for (TableField<R, ?> another : more) {
                result = withKey(result, another);
            }
            return new GetOrCreateOfRecords<>(result);
        }

        /** As {@link BulkUpsert.KeyStep#key(TableField, EqualityOperator)}. */
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
