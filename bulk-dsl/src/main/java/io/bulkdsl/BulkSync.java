// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.ColumnFunction;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.internal.execute.Definition;
import io.bulkdsl.internal.execute.Sync;
import io.bulkdsl.internal.model.SyncModel;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.source.Rows;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A complete {@code bulkSync}: brings part of a table into line with the rows given. For calling; made by {@link
 * BulkDSL#bulkSync(BulkUpsert)}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * static final BulkSync<OfferRecord, Offer> FEED = bulkSync(bulkUpsert(OFFER, Offer.class)
 *                 .key(OFFER.SKU).from(Offer::sku)
 *                 .set(OFFER.PRICE).from(Offer::price)
 *                 .set(OFFER.SUPPLIER, expr(supplier -> inline("acme")))
 *                 .onlyChanged())
 *         .scope(OFFER.SUPPLIER.eq("acme"))
 *         .deleteMissing()
 *         .refuseToRemoveMoreThanPercent(10);
 * }</pre>
 *
 * <p>{@code FEED.rows(offers).execute(ctx)} sends two statements, both or none: first the rows in the scope that are not
 * given are removed, then the given ones are upserted, as by {@link BulkUpsert}.
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/BulkSyncTest.java -->
 * <pre>{@code
 * delete from offer
 * where (
 *   offer.supplier = ?
 *   and (not exists (
 *     select 1
 *     from (values (?), (?)) as incoming (sku)
 *     where offer.sku = cast(incoming.sku as varchar(20)))))
 * }</pre>
 *
 * <p>Existing rows outside the scope are never changed: they are told as {@link
 * io.bulkdsl.contract.Status#OUT_OF_SCOPE}. A row that the sync would create or leave outside the scope fails it, since the
 * next one would not find it. No rows given would remove all; without a guard that is refused.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <R> the table's record
 * @param <E> an element, a row of the caller's
 * @see <a href="https://www.postgresql.org/docs/current/sql-delete.html">PostgreSQL: DELETE</a>
 * @since 0.1
 */
public final class BulkSync<R extends Record, E> extends RowsStep<E, SyncStatement<E>> {

    private final SyncModel<R, E> model;
    private final Definition<E> definition;

    BulkSync(SyncModel<R, E> model) {
        this.model = model;
        this.definition = new Definition<>(model.upsert());
    }

    /**
     * {@code update … set column = function(column)}: besides the mark of {@code softDeleteMissing}, what is set in a
     * row that is marked.
     *
     * @throws IllegalStateException if missing rows aren't marked
     * @throws IllegalArgumentException if the column is set already, belongs to another alias of the table, or is of a
     *     database type the function doesn't work on
     */
    public <T extends @Nullable Object> BulkSync<R, E> setMissing(TableField<R, T> column, Computed<T> function) {
        return new BulkSync<>(model.setRemoved(column, function));
    }

    /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
    public ColumnOrFunctionDoesNotFit setMissing(Field<?> column, ColumnFunction function) {
        return ColumnOrFunctionDoesNotFit.refuse(column);
    }

    /**
     * A guard: if more rows of the table than this would be removed, nothing is written and {@link
     * io.bulkdsl.contract.SyncRefusedException} thrown.
     *
     * @throws IllegalArgumentException if negative
     */
    public BulkSync<R, E> refuseToRemoveMoreThan(int rows) {
        return new BulkSync<>(model.maxRows(rows));
    }

    /**
     * A guard: if more of a hundred rows in the scope would be removed (rows that are marked already don't count),
     * nothing is written and {@link io.bulkdsl.contract.SyncRefusedException} thrown. Counting them is one more query,
     * {@code select count(*) …}. 100 allows that no rows are given at all.
     *
     * @throws IllegalArgumentException if not between 0 and 100
     */
    public BulkSync<R, E> refuseToRemoveMoreThanPercent(double percent) {
        return new BulkSync<>(model.maxPercent(percent));
    }

    @Override
    SyncStatement<E> statement(Rows<E> rows) {
        return new SyncStatement<>(new Sync<>(model, definition.rows(rows)));
    }

    /**
     * {@code bulkSync(upsert)}: which part of the table the rows are all of.
     *
     * @param <R> the table's record
     * @param <E> an element
     * @since 0.1
     */
    public static final class ScopeStep<R extends Record, E> {

        private final UpsertModel<R, E> upsert;

        ScopeStep(UpsertModel<R, E> upsert) {
            this.upsert = upsert;
        }

        /**
         * {@code where condition}, in both statements: only rows of the table that fulfil it may be removed or changed.
         *
         * @param condition over the table; {@code DSL.trueCondition()} if the rows are all of it
         */
        public MissingStep<R, E> scope(Condition condition) {
            return new MissingStep<>(SyncModel.of(upsert, condition));
        }
    }

    /**
     * After the scope: what becomes of rows in it that are not given.
     *
     * @param <R> the table's record
     * @param <E> an element
     * @since 0.1
     */
    public static final class MissingStep<R extends Record, E> {

        private final SyncModel<R, E> model;

        MissingStep(SyncModel<R, E> model) {
            this.model = model;
        }

        /**
         * {@code delete from … where (scope) and not exists (select 1 from incoming where …)}: rows in the scope that
         * aren't given are deleted.
         */
        public BulkSync<R, E> deleteMissing() {
            return new BulkSync<>(model.deleting());
        }

        /**
         * {@code update … set column = function(column) where (scope) and not exists (…)}: rows in the scope that
         * aren't given are marked, where the column is null, or if it is a boolean, not true; rows that are marked
         * already stay as they are. A row that is given again loses its mark: a time
         * becomes null, a boolean that is true becomes false.
         *
         * @throws IllegalArgumentException if the upsert sets the column, or if it belongs to another alias of the
         *     table, or is of a database type the function doesn't work on
         */
        public <T extends @Nullable Object> BulkSync<R, E> softDeleteMissing(
                TableField<R, T> column, Computed<T> function) {
            return new BulkSync<>(model.marking(column, function));
        }

        /** Doesn't lead anywhere: the function doesn't suit the column, or the column is of another table. */
        public ColumnOrFunctionDoesNotFit softDeleteMissing(Field<?> column, ColumnFunction function) {
            return ColumnOrFunctionDoesNotFit.refuse(column);
        }

        /** Rows in the scope that aren't given stay as they are: the SQL is the upsert alone, within the scope. */
        public BulkSync<R, E> keepMissing() {
            return new BulkSync<>(model);
        }
    }
}
