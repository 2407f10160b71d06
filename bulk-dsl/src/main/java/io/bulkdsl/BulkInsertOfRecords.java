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
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * List<Returned<BookRecord, Record1<Long>>> more =
 *         bulkInsert(BOOK).touched().rows(books).returning(BOOK.ID).fetchRows(ctx);
 * }</pre>
 *
 * <p>Otherwise as {@link BulkInsert}, with the same SQL.
 *
 * @param <R> the table's record
 * @since 0.1
 */
public final class BulkInsertOfRecords<R extends Record> extends DefinitionStep<R> {

    private final InsertModel<R, R> model;

    BulkInsertOfRecords(InsertModel<R, R> model) {
        super(model);
        this.model = model;
    }

    /**
     * {@code insert into … (column)}, as {@link BulkInsert#set(TableField)}; null is written, also where the column was
     * never set on the record.
     *
     * @throws IllegalArgumentException if the column is set already or belongs to another alias of the table
     */
    public <T extends @Nullable Object> BulkInsertOfRecords<R> set(TableField<R, T> column) {
        return new BulkInsertOfRecords<>(model.set(column, Functions.eq(), record -> record.get(column)));
    }

    /** {@code insert into … (column, …)}, as {@link #set(TableField)} of each column given. */
    @SafeVarargs
    public final BulkInsertOfRecords<R> set(TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
        BulkInsertOfRecords<R> result = set(first).set(second);
        for (TableField<R, ?> another : more) {
            result = result.set(another);
        }
        return result;
    }

    /** {@code insert into … (column)} of {@code function(null)}, as {@link BulkInsert#set(TableField, Computed)}. */
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

    /** {@code on conflict do nothing}, as {@link BulkInsert#onConflictDoNothing()}. */
    public BulkInsertOfRecords<R> onConflictDoNothing() {
        return new BulkInsertOfRecords<>(model.onConflictDoNothing());
    }

    /** {@code overriding system value}, as {@link BulkInsert#overridingSystemValue()}. */
    public BulkInsertOfRecords<R> overridingSystemValue() {
        return new BulkInsertOfRecords<>(model.overriding(Overriding.SYSTEM_VALUE));
    }

    /** {@code overriding user value}, as {@link BulkInsert#overridingUserValue()}. */
    public BulkInsertOfRecords<R> overridingUserValue() {
        return new BulkInsertOfRecords<>(model.overriding(Overriding.USER_VALUE));
    }

    /**
     * Columns that a trigger fills: the SQL leaves them out, and that they are NOT NULL without a default is no error.
     *
     * @throws IllegalArgumentException if one belongs to another alias of the table
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final BulkInsertOfRecords<R> filledByDatabase(TableField<R, ?>... columns) {
        return new BulkInsertOfRecords<>(model.filledByDatabase(Stream.of(columns)));
    }

    /**
     * {@code bulkInsert(table)}: the first columns that are set.
     *
     * @param <R> the table's record
     * @since 0.1
     */
    public static final class SetStep<R extends Record> {

        private final InsertModel<R, R> model;

        SetStep(InsertModel<R, R> model) {
            this.model = model;
        }

        /**
         * {@code insert into …} of every column, of each record those that it touched; the others get their database
         * default. Records that touched the same columns go together, one statement each, all or none. A record that
         * didn't touch a column which is NOT NULL without a default is refused when rows are read, with {@link
         * io.bulkdsl.contract.InvalidRowException}.
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

        /** {@code insert into … (column)}, as {@link BulkInsertOfRecords#set(TableField)}. */
        public <T extends @Nullable Object> BulkInsertOfRecords<R> set(TableField<R, T> column) {
            return new BulkInsertOfRecords<>(model).set(column);
        }

        /** {@code insert into … (column, …)}, as {@link #set(TableField)} of each column given. */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final BulkInsertOfRecords<R> set(
                TableField<R, ?> first, TableField<R, ?> second, TableField<R, ?>... more) {
            return new BulkInsertOfRecords<>(model).set(first, second, more);
        }

        /** {@code insert into … (column)} of {@code function(null)}, as {@link BulkInsert#set(TableField, Computed)}. */
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
