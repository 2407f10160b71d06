// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.internal.model.PdnfModel;
import io.bulkdsl.internal.model.UpdateModel;
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
        return new BulkUpdateOfRecords.KeyStep<>(new UpdateModel<>(table));
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
