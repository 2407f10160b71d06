import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class SetNowOfAnotherTable {
    record Sync(int id) {}

    static final BulkUpdate<WideRecord, Sync> SYNC = bulkUpdate(WIDE, Sync.class)
            .key(WIDE.ID).from(Sync::id)
            .set(AN.CHECKED, now()); // error: prob.found.req
}
