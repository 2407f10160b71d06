import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.Book;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class AliasedTable {
    record Delivery(String isbn, int copies) {}

    static final Book B = BOOK.as("b");

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(B, Delivery.class)
            .key(B.ISBN).from(Delivery::isbn)
            .set(B.STOCK, incr()).from(Delivery::copies)
            .where(B.DISCONTINUED.isFalse());
}
