import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class IntForSmallint {
    record Reading(int id, int small) {}

    static final BulkUpdate<WideRecord, Reading> READINGS = bulkUpdate(WIDE, Reading.class)
            .key(WIDE.ID).from(Reading::id)
            .set(WIDE.SI).from(Reading::small); // error: prob.found.req
}
