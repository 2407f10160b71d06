import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

class DatesAndTimes {
    record Event(int id, Instant at, LocalDateTime local, OffsetTime time) {}

    static final BulkUpdate<WideRecord, Event> EVENTS = bulkUpdate(WIDE, Event.class)
            .key(WIDE.ID).from(Event::id)
            .set(WIDE.DT).from(e -> e.at().atOffset(ZoneOffset.UTC))
            .set(WIDE.DA).from(e -> e.local().toLocalDate())
            .set(WIDE.TI).from(e -> e.local().toLocalTime());

    static final BulkUpdate<KindsRecord, Event> MORE_EVENTS = bulkUpdate(KINDS, Event.class)
            .key(KINDS.ID).from(Event::id)
            .set(KINDS.A_TIMESTAMP).from(Event::local)
            .set(KINDS.A_TIMETZ).from(Event::time);
}
