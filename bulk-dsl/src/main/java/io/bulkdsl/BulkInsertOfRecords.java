// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.internal.model.Given;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.InsertModel.Overriding;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkInsert} whose elements are the table's own records, so that columns need no getters. For calling;
 * made by {@link BulkDSL#bulkInsert(org.jooq.Table)}.
 *
 * <pre>{@code
 * bulkInsert(BOOK).touched().rows(records).returning(BOOK.ID).fetchRows(ctx);
 * }</pre>
 *
 * <p>Otherwise as {@link BulkInsert}.
 *
 * @param <R> the table's record
 */
public final class BulkInsertOfRecords<R extends Record> extends DefinitionStep<R> {

    private final InsertModel<R, R> model;

    BulkInsertOfRecords(InsertModel<R, R> model) {
        super(model);
        this.model = model;
    }

    /** As {@link BulkInsert#set(TableField)}; also where the record's value is null or was never set on it. */
    public <T extends @Nullable Object> BulkInsertOfRecords<R> set(TableField<R, T> column) {
        return new BulkInsertOfRecords<>(model.set(column, Functions.eq(), record -> record.get(column)));
    }

    /** The same for all columns given. */
    @SafeVarargs
    public final BulkInsertOfRecords<R> set(TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
        BulkInsertOfRecords<R> result = set(first).set(second);
        for (TableField<R, ?> another : more) {
            result = result.set(another);
        }
        return result;
    }

    /** As {@link BulkInsert#set(TableField, Computed)}. */
    public <T extends @Nullable Object> BulkInsertOfRecords<R> set(TableField<R, T> column, Computed<T> function) {
        return new BulkInsertOfRecords<>(model.set(column, function));
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

    /** As {@link BulkInsert#onConflictDoNothing()}. */
    public BulkInsertOfRecords<R> onConflictDoNothing() {
        return new BulkInsertOfRecords<>(model.onConflictDoNothing());
    }

    /** As {@link BulkInsert#overridingSystemValue()}. */
    public BulkInsertOfRecords<R> overridingSystemValue() {
        return new BulkInsertOfRecords<>(model.overriding(Overriding.SYSTEM_VALUE));
    }

    /** As {@link BulkInsert#overridingUserValue()}. */
    public BulkInsertOfRecords<R> overridingUserValue() {
        return new BulkInsertOfRecords<>(model.overriding(Overriding.USER_VALUE));
    }

    /** As {@link BulkUpsert#filledByDatabase}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkInsertOfRecords<R> filledByDatabase(TableField<R, ?>... columns) {
        return new BulkInsertOfRecords<>(model.filledByDatabase(Stream.of(columns)));
    }

    /**
     * {@code bulkInsert(table)}: the first columns that are set.
     *
     * @param <R> the table's record
     */
    public static final class SetStep<R extends Record> {

        private final InsertModel<R, R> model;

        SetStep(InsertModel<R, R> model) {
            this.model = model;
        }

        /**
         * Every column, of each record those that it touched; the others get their database default. Records that touched
         * the same columns go together, one statement each, all or none.
         *
         * @see Record#changed(Field)
         */
        public BulkInsertOfRecords<R> touched() {
            InsertModel<R, R> result = model;
            for (Field<?> column : model.table().fields()) {
                result = withTouched(result, column);
            }
            return new BulkInsertOfRecords<>(result);
        }

        private static <R extends Record, T extends @Nullable Object> InsertModel<R, R> withTouched(
                InsertModel<R, R> model, Field<T> column) {
            return model.set(column, Functions.eq(), record -> record.get(column), Given.ifTouched(column));
        }

        /** As {@link BulkInsertOfRecords#set(TableField)}. */
        public <T extends @Nullable Object> BulkInsertOfRecords<R> set(TableField<R, T> column) {
            return new BulkInsertOfRecords<>(model).set(column);
        }

        /** The same for all columns given. */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final BulkInsertOfRecords<R> set(
                TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
            return new BulkInsertOfRecords<>(model).set(first, second, more);
        }

        /** As {@link BulkInsert#set(TableField, Computed)}. */
        public <T extends @Nullable Object> BulkInsertOfRecords<R> set(TableField<R, T> column, Computed<T> function) {
            return new BulkInsertOfRecords<>(model).set(column, function);
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
    }
}
