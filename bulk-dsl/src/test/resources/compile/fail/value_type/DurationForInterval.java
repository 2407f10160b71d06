import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.time.Duration;

class DurationForInterval {
    record Lap(int id, Duration time) {}

    static final BulkUpdate<WideRecord, Lap> LAPS = bulkUpdate(WIDE, Lap.class)
            .key(WIDE.ID).from(Lap::id)
            .set(WIDE.DU).from(Lap::time); // error: prob.found.req
}
