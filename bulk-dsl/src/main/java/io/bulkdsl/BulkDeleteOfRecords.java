// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.internal.model.DeleteModel;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkDelete} whose elements are the table's own records, so that keys need no getters. For calling;
 * made by {@link BulkDSL#bulkDelete(Table)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * int deleted = bulkDelete(BOOK).keys(BOOK.ISBN).rows(books).execute(ctx);
 * }</pre>
 *
 * <p>Each record gives the value it holds for each key; its other columns are not looked at, not even a version. Otherwise
 * as {@link BulkDelete}, with the same SQL.
 *
 * @param <R> the table's record
 * @since 0.1
 */
public final class BulkDeleteOfRecords<R extends Record> extends DefinitionStep<R> {

    private final DeleteModel<R, R> model;

    BulkDeleteOfRecords(DeleteModel<R, R> model) {
        super(model);
        this.model = model;
    }

    /**
     * {@code … and column = incoming.column}. A null key is refused when rows are read.
     *
     * @throws IllegalArgumentException if the column belongs to another alias of the table, or is json or xml, which
     *     PostgreSQL can't compare
     */
    public BulkDeleteOfRecords<R> key(TableField<R, ?> column) {
        return new KeyStep<>(model).key(column);
    }

    /** {@code … and column operator incoming.column}, as {@link BulkDelete#key(TableField, KeyOperator)}. */
    public <T extends @Nullable Object> BulkDeleteOfRecords<R> key(
            TableField<R, T> column, KeyOperator<T, T> operator) {
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

    /** {@code where … and (condition)}, as {@link BulkDelete#where(Condition)}. */
    public BulkDeleteOfRecords<R> where(Condition condition) {
        return new BulkDeleteOfRecords<>(model.where(condition));
    }

    /** What becomes of records with the same key, as {@link BulkDelete#duplicates(Duplicates)}. */
    public BulkDeleteOfRecords<R> duplicates(Duplicates policy) {
        return new BulkDeleteOfRecords<>(model.duplicates(policy));
    }

    /**
     * {@code bulkDelete(table)}: which rows of the table belong to a record. Without a key there is nothing to execute.
     *
     * @param <R> the table's record
     * @since 0.1
     */
    public static final class KeyStep<R extends Record> {

        private final DeleteModel<R, R> model;

        KeyStep(DeleteModel<R, R> model) {
            this.model = model;
        }

        /**
         * {@code where column = incoming.column and …}, for all columns given. A null key is refused when rows are
         * read.
         *
         * @throws IllegalArgumentException if a column belongs to another alias of the table
         */
        @SafeVarargs
        public final BulkDeleteOfRecords<R> keys(TableField<R, ?> column, TableField<R, ?>... more) {
            DeleteModel<R, R> result = equal(model, column);
            for (TableField<R, ?> another : more) {
                result = equal(result, another);
            }
            return new BulkDeleteOfRecords<>(result);
        }

        /** {@code where column = incoming.column}, as {@link #keys}. */
        public BulkDeleteOfRecords<R> key(TableField<R, ?> column) {
            return keys(column);
        }

        /** {@code where column operator incoming.column}, as {@link BulkDelete.KeyStep#key(TableField, KeyOperator)}. */
        public <T extends @Nullable Object> BulkDeleteOfRecords<R> key(
                TableField<R, T> column, KeyOperator<T, T> operator) {
            return new BulkDeleteOfRecords<>(model.key(column, operator, record -> record.get(column)));
        }

        /** Doesn't lead anywhere: a column of another table. */
        public NotAColumnOfThisTable key(Field<?> column) {
            return NotAColumnOfThisTable.refuse(column);
        }

        /** Doesn't lead anywhere: the operator doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit key(Field<?> column, KeyOperator<?, ?> operator) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        private static <R extends Record, T extends @Nullable Object> DeleteModel<R, R> equal(
                DeleteModel<R, R> model, TableField<R, T> column) {
            return model.key(column, Operators.eq(), record -> record.get(column));
        }
    }
}
