import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class Literals {
    record Visit(int id) {}

    static final BulkUpdate<WideRecord, Visit> VISITS = bulkUpdate(WIDE, Visit.class)
            .key(WIDE.ID).from(Visit::id)
            .set(WIDE.DFLT, incr()).from(v -> 1)
            .set(WIDE.BI, incr()).from(v -> 1L)
            .set(WIDE.SI).from(v -> (short) 1)
            .set(WIDE.TX).from(v -> "seen")
            .set(WIDE.BO).from(v -> true);
}
