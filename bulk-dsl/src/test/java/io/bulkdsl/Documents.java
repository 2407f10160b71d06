// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;

import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Documents that have a version, and edits of them. */
final class Documents {

    // spotless:off
    record Edit(int id, String title, @Nullable Integer version) {}

    static final BulkUpdate<DocumentRecord, Edit> EDIT = bulkUpdate(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title)
            .version(DOCUMENT.VERSION).from(Edit::version);

    static final BulkUpsert<DocumentRecord, Edit> WRITE = bulkUpsert(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title);

    static final BulkUpsert<DocumentRecord, Edit> SAVE = WRITE.version(DOCUMENT.VERSION).from(Edit::version);
    // spotless:on

    /** Documents 1 to 3 of versions 1 to 3. */
    static void write(DSLContext ctx) {
        for (int i = 1; i <= 3; i++) {
            ctx.insertInto(DOCUMENT, DOCUMENT.ID, DOCUMENT.TITLE, DOCUMENT.VERSION)
                    .values(i, "title " + i, i)
                    .execute();
        }
    }

    static List<String> documentsIn(DSLContext ctx) {
        return ctx.selectFrom(DOCUMENT)
                .orderBy(DOCUMENT.ID)
                .fetch(document -> document.getId() + " " + document.getTitle() + " " + document.getVersion());
    }

    private Documents() {}
}
