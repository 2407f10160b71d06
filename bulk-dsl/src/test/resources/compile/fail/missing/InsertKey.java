import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class InsertKey {
    record Delivery(String isbn, int copies) {}

    static final BulkInsert<BookRecord, Delivery> INSERT = bulkInsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn) // error: cant.resolve.location.args
            .set(BOOK.STOCK).from(Delivery::copies);
}
