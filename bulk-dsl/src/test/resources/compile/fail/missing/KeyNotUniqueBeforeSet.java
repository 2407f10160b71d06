import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class KeyNotUniqueBeforeSet {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.TITLE).from(Delivery::isbn)
            .keyNotUnique() // error: cant.resolve.location.args
            .set(BOOK.STOCK).from(Delivery::copies);
}
