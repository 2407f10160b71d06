import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DoubleAfterDecr {
    record Discount(long id, double amount) {}

    static final BulkUpdate<BookRecord, Discount> DISCOUNTS = bulkUpdate(BOOK, Discount.class)
            .key(BOOK.ID).from(Discount::id)
            .set(BOOK.PRICE, decr()).from(Discount::amount); // error: prob.found.req
}
