import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import java.time.LocalDateTime;

class LocalDateTimeForDate {
    record Birth(int id, LocalDateTime born) {}

    static final BulkUpdate<AuthorRecord, Birth> BIRTHS = bulkUpdate(AUTHOR, Birth.class)
            .key(AUTHOR.ID).from(Birth::id)
            .set(AUTHOR.BORN).from(Birth::born); // error: prob.found.req
}
