// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.testdb.public_.Tables.TM;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import java.util.List;

/** Names by id, and what sets them; the cases of upserts and of updates begin with these. */
final class SeedNames {

    record Named(int id, String name) {}

    static final BulkUpdate<TmRecord, Named> UPDATE_NAME =
            bulkUpdate(TM, Named.class).key(TM.ID).from(Named::id).set(TM.NAME).from(Named::name);

    static final BulkUpsert<TmRecord, Named> UPSERT_NAME =
            bulkUpsert(TM, Named.class).key(TM.ID).from(Named::id).set(TM.NAME).from(Named::name);

    /** Of the rows of {@link SeedRows#tm}, and one more. */
    static final List<Named> TWO_HERE_AND_ONE_NEW =
            List.of(new Named(1, "bulk_update_1"), new Named(5, "bulk_update_5"), new Named(11, "bulk_update_11"));

    private SeedNames() {}
}
