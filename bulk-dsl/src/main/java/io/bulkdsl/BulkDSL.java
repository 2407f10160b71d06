// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.internal.model.DeleteModel;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.PdnfModel;
import io.bulkdsl.internal.model.UpdateModel;
import io.bulkdsl.internal.model.UpsertModel;
import org.jooq.Record;
import org.jooq.Table;

/** Where every bulk statement begins: {@code import static io.bulkdsl.BulkDSL.*;}. */
public final class BulkDSL {

    /**
     * Updates rows of a table from records of that table. Continue with {@code keys(…)}.
     *
     * @see BulkUpdateOfRecords
     */
    public static <R extends Record> BulkUpdateOfRecords.KeyStep<R> bulkUpdate(Table<R> table) {
        return new BulkUpdateOfRecords.KeyStep<>(UpdateModel.ofRecords(table));
    }

    /**
     * Updates rows of a table from elements of any type. Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type. For a generic type name it yourself: {@code
     *     BulkDSL.<BookRecord, Map.Entry<String, Integer>>bulkUpdate(BOOK, Map.Entry.class)}
     * @see BulkUpdate
     */
    public static <R extends Record, E> BulkUpdate.KeyStep<R, E> bulkUpdate(Table<R> table, Class<? super E> element) {
        return new BulkUpdate.KeyStep<>(new UpdateModel<>(table));
    }

    /**
     * Deletes rows of a table that belong to records of that table. Continue with {@code keys(…)}.
     *
     * @see BulkDeleteOfRecords
     */
    public static <R extends Record> BulkDeleteOfRecords.KeyStep<R> bulkDelete(Table<R> table) {
        return new BulkDeleteOfRecords.KeyStep<>(new DeleteModel<>(table));
    }

    /**
     * Deletes rows of a table that belong to elements of any type. Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type, as in {@link #bulkUpdate(Table, Class)}
     * @see BulkDelete
     */
    public static <R extends Record, E> BulkDelete.KeyStep<R, E> bulkDelete(Table<R> table, Class<? super E> element) {
        return new BulkDelete.KeyStep<>(new DeleteModel<>(table));
    }

    /**
     * Creates the rows of a table that don't exist and updates those that do, from records of that table. Continue with
     * {@code keys(…)}.
     *
     * @see BulkUpsertOfRecords
     */
    public static <R extends Record> BulkUpsertOfRecords.KeyStep<R> bulkUpsert(Table<R> table) {
        return new BulkUpsertOfRecords.KeyStep<>(UpsertModel.bulkUpsertOfRecords(table));
    }

    /**
     * Creates the rows of a table that don't exist and updates those that do. Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type
     * @see BulkUpsert
     */
    public static <R extends Record, E> BulkUpsert.KeyStep<R, E> bulkUpsert(Table<R> table, Class<? super E> element) {
        return new BulkUpsert.KeyStep<>(UpsertModel.bulkUpsert(table));
    }

    /**
     * Inserts records of a table. Continue with {@code set(…)}, or with {@code touched()} for whatever each record holds.
     *
     * @see BulkInsertOfRecords
     */
    public static <R extends Record> BulkInsertOfRecords.SetStep<R> bulkInsert(Table<R> table) {
        return new BulkInsertOfRecords.SetStep<>(new InsertModel<>(table));
    }

    /**
     * Inserts elements of any type. Continue with {@code set(…)}.
     *
     * @param element the elements' class; it only fixes the type
     * @see BulkInsert
     */
    public static <R extends Record, E> BulkInsert.SetStep<R, E> bulkInsert(Table<R> table, Class<? super E> element) {
        return new BulkInsert.SetStep<>(new InsertModel<>(table));
    }

    /**
     * Finds the rows of a table that belong to records of that table, creates those that don't exist, and hands all back.
     * Continue with {@code keys(…)}.
     *
     * @see GetOrCreateOfRecords
     */
    public static <R extends Record> GetOrCreateOfRecords.KeyStep<R> getOrCreate(Table<R> table) {
        return new GetOrCreateOfRecords.KeyStep<>(UpsertModel.getOrCreate(table));
    }

    /**
     * Finds the rows of a table that belong to elements of any type, creates those that don't exist, and hands all back.
     * Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type
     * @see GetOrCreate
     */
    public static <R extends Record, E> GetOrCreate.KeyStep<R, E> getOrCreate(
            Table<R> table, Class<? super E> element) {
        return new GetOrCreate.KeyStep<>(UpsertModel.getOrCreate(table));
    }

    /**
     * Brings part of a table into line with the rows given: creates what is missing, updates what is there, and removes
     * what is there but not given. Continue with {@code scope(…)}, which says of which part.
     *
     * @param upsert what is created and updated, and by which key
     * @see BulkSync
     */
    public static <R extends Record, E> BulkSync.ScopeStep<R, E> bulkSync(BulkUpsert<R, E> upsert) {
        return new BulkSync.ScopeStep<>(upsert.model());
    }

    /** The same with records. */
    public static <R extends Record> BulkSync.ScopeStep<R, R> bulkSync(BulkUpsertOfRecords<R> upsert) {
        return new BulkSync.ScopeStep<>(upsert.model());
    }

    /**
     * A condition that is true for rows of a table that belong to one of many elements: {@code (a = ? and b = ?) or (a =
     * ? and b = ?) or …}, the principal disjunctive normal form. Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type
     * @see Pdnf
     */
    public static <E> Pdnf.KeyStep<E> pdnf(Class<? super E> element) {
        return new Pdnf.KeyStep<>(new PdnfModel<>());
    }

    private BulkDSL() {}
}
