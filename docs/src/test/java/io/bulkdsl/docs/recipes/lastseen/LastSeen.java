// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.lastseen;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.greatest;
import static io.bulkdsl.Functions.least;
import static io.bulkdsl.docs.db.Tables.DEVICE;
import static org.jooq.impl.DSL.excluded;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.docs.db.tables.records.DeviceRecord;
import java.util.List;
import org.jooq.DSLContext;

/** When each device was first and last heard of, however late and in whatever order its messages come. */
final class LastSeen {

    // spotless:off
    static final BulkUpsert<DeviceRecord, Message> SEEN = bulkUpsert(DEVICE, Message.class)
            .key(DEVICE.ID).from(Message::device)
            .set(DEVICE.FIRST_SEEN, least()).from(Message::at)
            .set(DEVICE.LAST_SEEN, greatest()).from(Message::at)
            .duplicates(Duplicates.FOLD)
            .onlyChanged();

    /** What each device said last; of a device's messages in a call the last counts, so sort them by time. */
    static final BulkUpsert<DeviceRecord, Message> STATE = bulkUpsert(DEVICE, Message.class)
            .key(DEVICE.ID).from(Message::device)
            .setOnInsert(DEVICE.FIRST_SEEN).from(Message::at)
            .set(DEVICE.LAST_SEEN).from(Message::at)
            .set(DEVICE.STATE).from(Message::state)
            .where(DEVICE.LAST_SEEN.lt(excluded(DEVICE.LAST_SEEN)))
            .duplicates(Duplicates.LAST);
    // spotless:on

    /** How many devices are new, or were seen earlier or later than was known. */
    static int record(List<Message> messages, DSLContext ctx) {
        return SEEN.rows(messages).execute(ctx);
    }

    private LastSeen() {}
}
