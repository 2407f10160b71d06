import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DoubleForNumeric {
    record Quote(long id, double price) {}

    static final BulkUpdate<BookRecord, Quote> REPRICE = bulkUpdate(BOOK, Quote.class)
            .key(BOOK.ID).from(Quote::id)
            .set(BOOK.PRICE).from(Quote::price); // error: prob.found.req
}
