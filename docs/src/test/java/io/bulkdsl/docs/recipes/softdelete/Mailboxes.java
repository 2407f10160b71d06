// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.softdelete;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.docs.db.Tables.MAILBOX;

import io.bulkdsl.BulkSync;
import io.bulkdsl.docs.db.tables.records.MailboxRecord;

/** Open mailboxes; an address that is closed may be opened again, as another mailbox. */
final class Mailboxes {

    // spotless:off
    static final BulkSync<MailboxRecord, Box> OPEN = bulkSync(
                    bulkUpsert(MAILBOX, Box.class)
                            .key(MAILBOX.ADDRESS).from(Box::address)
                            .set(MAILBOX.OWNER).from(Box::owner)
                            .indexWhere(MAILBOX.CLOSED_AT.isNull())
                            .onlyChanged())
            .scope(MAILBOX.CLOSED_AT.isNull())
            .softDeleteMissing(MAILBOX.CLOSED_AT, now());
    // spotless:on

    private Mailboxes() {}
}
