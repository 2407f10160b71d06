import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class ForkedKeyStep {
    record Delivery(String isbn, int copies, String title) {}

    static final BulkUpdate.SetStep<BookRecord, Delivery> BY_ISBN =
            bulkUpdate(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = BY_ISBN.set(BOOK.STOCK, incr()).from(Delivery::copies);

    static final BulkUpdate<BookRecord, Delivery> RENAME = BY_ISBN.set(BOOK.TITLE).from(Delivery::title);
}
