import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class PrimitiveArrayForIntegers {
    record Reading(int id, int[] samples) {}

    static final BulkUpdate<WideRecord, Reading> READINGS = bulkUpdate(WIDE, Reading.class)
            .key(WIDE.ID).from(Reading::id)
            .set(WIDE.IA).from(Reading::samples); // error: prob.found.req
}
