import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.time.Instant;

class InstantForTimestamptz {
    record Delivery(long id, Instant at) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ID).from(Delivery::id)
            .set(BOOK.RESTOCKED_AT).from(Delivery::at); // error: prob.found.req
}
