// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.tags;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.append;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.docs.db.Tables.NOTE;
import static org.jooq.impl.DSL.field;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.docs.db.tables.records.NoteRecord;
import org.jooq.Field;

/** Tags of many notes at a time. */
final class Tags {

    // spotless:off
    static final BulkUpdate<NoteRecord, Tagging> ADD = bulkUpdate(NOTE, Tagging.class)
            .key(NOTE.ID).from(Tagging::note)
            .set(NOTE.TAGS, union()).from(Tagging::tags)
            .duplicates(Duplicates.FOLD)
            .onlyChanged();

    static final BulkUpdate<NoteRecord, Long> REMOVE_DRAFT = bulkUpdate(NOTE, Long.class)
            .key(NOTE.ID).from(note -> note)
            .set(NOTE.TAGS, arrayRemove()).from(note -> "draft")
            .onlyChanged();

    static final BulkUpdate<NoteRecord, Tagging> REMOVE = bulkUpdate(NOTE, Tagging.class)
            .key(NOTE.ID).from(Tagging::note)
            .set(NOTE.TAGS, expr(Tags::without)).from(Tagging::tags)
            .onlyChanged();

    /** Every tag as it comes, also one that is there already. */
    static final BulkUpdate<NoteRecord, Tagging> LOG = bulkUpdate(NOTE, Tagging.class)
            .key(NOTE.ID).from(Tagging::note)
            .set(NOTE.TAGS, append()).from(Tagging::tags);
    // spotless:on

    private static Field<String[]> without(Field<String[]> tags, Field<String[]> gone) {
        return field(
                "array(select t from unnest({0}) with ordinality as u (t, n)"
                        + " where t <> all(coalesce({1}, '{}')) order by n)",
                String[].class, tags, gone);
    }

    private Tags() {}
}
