import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class StringAfterGreatest {
    record Bid(long id, String price) {}

    static final BulkUpdate<BookRecord, Bid> BIDS = bulkUpdate(BOOK, Bid.class)
            .key(BOOK.ID).from(Bid::id)
            .set(BOOK.PRICE, greatest()).from(Bid::price); // error: prob.found.req
}
