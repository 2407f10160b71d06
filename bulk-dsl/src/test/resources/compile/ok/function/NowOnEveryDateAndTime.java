import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.AnRecord;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;

class NowOnEveryDateAndTime {
    record Sync(int id) {}

    static final BulkUpdate<AnRecord, Sync> SYNC = bulkUpdate(AN, Sync.class)
            .key(AN.ID).from(Sync::id)
            .set(AN.CHECKED, now())
            .set(AN.UPDATED, now());

    static final BulkUpdate<KindsRecord, Sync> LOCAL = bulkUpdate(KINDS, Sync.class)
            .key(KINDS.ID).from(Sync::id)
            .set(KINDS.A_TIMESTAMP, now())
            .set(KINDS.A_TIMESTAMP0, now());
}
