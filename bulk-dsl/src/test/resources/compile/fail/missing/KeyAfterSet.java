import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class KeyAfterSet {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ID).from(d -> 1L)
            .set(BOOK.STOCK).from(Delivery::copies)
            .key(BOOK.ISBN).from(Delivery::isbn); // error: cant.resolve.location.args
}
