import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import java.time.LocalDate;

class IncrOnDate {
    record Birth(int id, LocalDate born) {}

    static final BulkUpdate<AuthorRecord, Birth> BIRTHS = bulkUpdate(AUTHOR, Birth.class)
            .key(AUTHOR.ID).from(Birth::id)
            .set(AUTHOR.BORN, incr()).from(Birth::born); // error: cant.resolve.location.args
}
