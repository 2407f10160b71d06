import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.util.List;

class Arrays {
    record Reading(int id, List<Integer> samples, Integer[][] grid) {}

    static final BulkUpdate<WideRecord, Reading> READINGS = bulkUpdate(WIDE, Reading.class)
            .key(WIDE.ID).from(Reading::id)
            .set(WIDE.IA).from(r -> r.samples().toArray(Integer[]::new))
            .set(WIDE.IA2).from(Reading::grid)
            .set(WIDE.BIN).from(r -> new byte[] {1, 2});
}
