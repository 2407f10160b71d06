import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import java.time.OffsetDateTime;

class OffsetDateTimeForTimestamp {
    record Event(int id, OffsetDateTime at) {}

    static final BulkUpdate<KindsRecord, Event> EVENTS = bulkUpdate(KINDS, Event.class)
            .key(KINDS.ID).from(Event::id)
            .set(KINDS.A_TIMESTAMP).from(Event::at); // error: prob.found.req
}
