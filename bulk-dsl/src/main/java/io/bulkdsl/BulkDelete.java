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
 * A complete {@code bulkDelete}: which rows of the table belong to an element and are deleted. For calling; made by
 * {@link BulkDSL#bulkDelete(Table, Class)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/Removals.java -->
 * <pre>{@code
 * static final BulkDelete<BookRecord, Gone> REMOVE =
 *         bulkDelete(BOOK, Gone.class).key(BOOK.ISBN).from(Gone::isbn);
 * }</pre>
 *
 * <p>{@code REMOVE.rows(gone).execute(ctx)} sends one statement:
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/BulkDeleteTest.java -->
 * <pre>{@code
 * delete from book
 * using (values (?), (?)) as incoming (isbn)
 * where book.isbn = incoming.isbn
 * }</pre>
 *
 * <p>Each row of the table is deleted, counted and returned once, however many elements it belongs to. No rows delete
 * nothing. Foreign keys have their say: a row that is still referred to is the server's error 23503, and nothing is
 * deleted.
 *
 * <p>Immutable and thread-safe; a definition is made and checked once and used with any rows.
 *
 * @param <R> the table's record
 * @param <E> an element, a row of the caller's
 * @see <a href="https://www.postgresql.org/docs/current/sql-delete.html">PostgreSQL: DELETE</a>
 * @since 0.1
 */
public final class BulkDelete<R extends Record, E> extends DefinitionStep<E> {

    private final DeleteModel<R, E> model;

    BulkDelete(DeleteModel<R, E> model) {
        super(model);
        this.model = model;
    }

    /**
     * {@code … and column = incoming.column}. A null key is refused when rows are read.
     *
     * @throws IllegalArgumentException if the column belongs to another alias of the table, or is json or xml, which
     *     PostgreSQL can't compare
     */
    public <T extends @Nullable Object> FromStep<E, T, BulkDelete<R, E>> key(TableField<R, T> column) {
        return new KeyStep<>(model).key(column);
    }

    /**
     * {@code … and column operator incoming.column}. The same column may be a key several times: {@code id >= ? and id
     * < ?}. What null does is for the operator to say; most refuse it when rows are read.
     *
     * @throws IllegalArgumentException if the column belongs to another alias of the table, or is of a database type the
     *     operator doesn't work on
     */
    public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkDelete<R, E>> key(
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
     * {@code where … and (condition)}: narrows which rows of the table may go. Several conditions are joined by {@code
     * and}; a row for which one is null stays.
     *
     * @param condition over the table, for example {@code BOOK.DISCONTINUED.isTrue()}; may contain subqueries
     */
    public BulkDelete<R, E> where(Condition condition) {
        return new BulkDelete<>(model.where(condition));
    }

    /**
     * What becomes of rows with the same key; the default is {@link Duplicates#FAIL}. The other policies delete the same
     * rows of the table: {@link Duplicates#LAST} makes {@code returning} name the last of them, {@link Duplicates#FIRST}
     * and {@link Duplicates#FOLD} the first.
     */
    public BulkDelete<R, E> duplicates(Duplicates policy) {
        return new BulkDelete<>(model.duplicates(policy));
    }

    /**
     * {@code bulkDelete(table, element)}: which rows of the table belong to an element. Without a key there is nothing to
     * execute.
     *
     * @param <R> the table's record
     * @param <E> an element
     * @since 0.1
     */
    public static final class KeyStep<R extends Record, E> {

        private final DeleteModel<R, E> model;

        KeyStep(DeleteModel<R, E> model) {
            this.model = model;
        }

        /**
         * {@code where column = incoming.column}. A null key is refused when rows are read.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table, or is json or xml,
         *     which PostgreSQL can't compare
         */
        public <T extends @Nullable Object> FromStep<E, T, BulkDelete<R, E>> key(TableField<R, T> column) {
            return key(column, Operators.eq());
        }

        /**
         * {@code where column operator incoming.column}. What null does is for the operator to say; most refuse it when
         * rows are read.
         *
         * @throws IllegalArgumentException if the column belongs to another alias of the table, or is of a database
         *     type the operator doesn't work on
         */
        public <T extends @Nullable Object, V extends @Nullable Object> FromStep<E, V, BulkDelete<R, E>> key(
                TableField<R, T> column, KeyOperator<T, V> operator) {
            return new FromStep<>(getter -> new BulkDelete<>(model.key(column, operator, getter)));
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
}
