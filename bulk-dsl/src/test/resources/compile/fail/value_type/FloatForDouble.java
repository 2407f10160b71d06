import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class FloatForDouble {
    record Review(long id, float rating) {}

    static final BulkUpdate<BookRecord, Review> RATE = bulkUpdate(BOOK, Review.class)
            .key(BOOK.ID).from(Review::id)
            .set(BOOK.RATING).from(Review::rating); // error: prob.found.req
}
