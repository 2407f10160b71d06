import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import org.jooq.types.YearToSecond;

class IntervalsAreNumbers {
    record Lap(int id, YearToSecond time) {}

    static final BulkUpdate<WideRecord, Lap> LAPS = bulkUpdate(WIDE, Lap.class)
            .key(WIDE.ID).from(Lap::id)
            .set(WIDE.DU, incr()).from(Lap::time);
}
