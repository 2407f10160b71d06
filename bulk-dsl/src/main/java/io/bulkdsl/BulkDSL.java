// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.internal.model.DeleteModel;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.PdnfModel;
import io.bulkdsl.internal.model.UpdateModel;
import io.bulkdsl.internal.model.UpsertModel;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Where every bulk statement begins: {@code import static io.bulkdsl.BulkDSL.*;}. A definition is checked while it is
 * made, sends nothing, and is used with any rows.
 *
 * @since 0.1
 */
public final class BulkDSL {

    /**
     * {@code update … set … from …} by records of the table: each changes the rows that it belongs to. Continue with
     * {@code keys(…)}.
     *
     * @see BulkUpdateOfRecords
     */
    public static <R extends Record> BulkUpdateOfRecords.KeyStep<R> bulkUpdate(Table<R> table) {
        return new BulkUpdateOfRecords.KeyStep<>(UpdateModel.ofRecords(table));
    }

    /**
     * {@code update … set … from …} by elements of any type: each changes the rows of the table that it belongs to.
     * Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type. For a generic type name it yourself: {@code
     *     BulkDSL.<BookRecord, Map.Entry<String, Integer>>bulkUpdate(BOOK, Map.Entry.class)}
     * @see BulkUpdate
     */
    public static <R extends Record, E> BulkUpdate.KeyStep<R, E> bulkUpdate(Table<R> table, Class<? super E> element) {
        return new BulkUpdate.KeyStep<>(new UpdateModel<>(table));
    }

    /**
     * {@code delete from … using …} by records of the table: each deletes the rows that it belongs to. Continue with
     * {@code keys(…)}.
     *
     * @see BulkDeleteOfRecords
     */
    public static <R extends Record> BulkDeleteOfRecords.KeyStep<R> bulkDelete(Table<R> table) {
        return new BulkDeleteOfRecords.KeyStep<>(new DeleteModel<>(table));
    }

    /**
     * {@code delete from … using …} by elements of any type: each deletes the rows of the table that it belongs to.
     * Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type, as in {@link #bulkUpdate(Table, Class)}
     * @see BulkDelete
     */
    public static <R extends Record, E> BulkDelete.KeyStep<R, E> bulkDelete(Table<R> table, Class<? super E> element) {
        return new BulkDelete.KeyStep<>(new DeleteModel<>(table));
    }

    /**
     * {@code insert into … on conflict (…) do update set …} by records of the table: creates the rows that don't exist
     * and updates those that do. Continue with {@code keys(…)}.
     *
     * @see BulkUpsertOfRecords
     */
    public static <R extends Record> BulkUpsertOfRecords.KeyStep<R> bulkUpsert(Table<R> table) {
        return new BulkUpsertOfRecords.KeyStep<>(UpsertModel.bulkUpsertOfRecords(table));
    }

    /**
     * {@code insert into … on conflict (…) do update set …} by elements of any type: creates the rows that don't exist
     * and updates those that do. Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type, as in {@link #bulkUpdate(Table, Class)}
     * @see BulkUpsert
     */
    public static <R extends Record, E> BulkUpsert.KeyStep<R, E> bulkUpsert(Table<R> table, Class<? super E> element) {
        return new BulkUpsert.KeyStep<>(UpsertModel.bulkUpsert(table));
    }

    /**
     * {@code insert into …} of records of the table. Continue with {@code set(…)}, or with {@code touched()} for
     * whatever each record holds.
     *
     * @see BulkInsertOfRecords
     */
    public static <R extends Record> BulkInsertOfRecords.SetStep<R> bulkInsert(Table<R> table) {
        return new BulkInsertOfRecords.SetStep<>(new InsertModel<>(table));
    }

    /**
     * {@code insert into …} of elements of any type. Continue with {@code set(…)}.
     *
     * @param element the elements' class; it only fixes the type, as in {@link #bulkUpdate(Table, Class)}
     * @see BulkInsert
     */
    public static <R extends Record, E> BulkInsert.SetStep<R, E> bulkInsert(Table<R> table, Class<? super E> element) {
        return new BulkInsert.SetStep<>(new InsertModel<>(table));
    }

    /**
     * {@code insert into … on conflict (…) do nothing} of records of the table, and reads the rows that were there: all
     * are handed back. Continue with {@code keys(…)}.
     *
     * @see GetOrCreateOfRecords
     */
    public static <R extends Record> GetOrCreateOfRecords.KeyStep<R> getOrCreate(Table<R> table) {
        return new GetOrCreateOfRecords.KeyStep<>(UpsertModel.getOrCreate(table));
    }

    /**
     * {@code insert into … on conflict (…) do nothing} of elements of any type, and reads the rows that were there: all
     * are handed back. Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type, as in {@link #bulkUpdate(Table, Class)}
     * @see GetOrCreate
     */
    public static <R extends Record, E> GetOrCreate.KeyStep<R, E> getOrCreate(
            Table<R> table, Class<? super E> element) {
        return new GetOrCreate.KeyStep<>(UpsertModel.getOrCreate(table));
    }

    /**
     * {@code delete from …} what is in a part of the table and not given, then {@code insert into … on conflict (…) do
     * update} what is given: that part is in line with the rows then. Continue with {@code scope(…)}, which says what
     * part it is.
     *
     * @param upsert what is created and updated, and by which key
     * @see BulkSync
     */
    public static <R extends Record, E> BulkSync.ScopeStep<R, E> bulkSync(BulkUpsert<R, E> upsert) {
        return new BulkSync.ScopeStep<>(upsert.model());
    }

    /**
     * As {@link #bulkSync(BulkUpsert)}, by records of the table.
     *
     * @param upsert what is created and updated, and by which key
     * @see BulkSync
     */
    public static <R extends Record> BulkSync.ScopeStep<R, R> bulkSync(BulkUpsertOfRecords<R> upsert) {
        return new BulkSync.ScopeStep<>(upsert.model());
    }

    /**
     * {@code (a = ? and b = ?) or (a = ? and b = ?) or …}: a condition that is true for rows of a table that belong to
     * one of many elements, the principal disjunctive normal form. Continue with {@code key(…)}.
     *
     * @param element the elements' class; it only fixes the type, as in {@link #bulkUpdate(Table, Class)}
     * @see Pdnf
     */
    public static <E> Pdnf.KeyStep<E> pdnf(Class<? super E> element) {
        return new Pdnf.KeyStep<>(new PdnfModel<>());
    }

    private BulkDSL() {}
}
