import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class ElementForArray {
    record Tagging(long id, String tag) {}

    static final BulkUpdate<BookRecord, Tagging> TAG = bulkUpdate(BOOK, Tagging.class)
            .key(BOOK.ID).from(Tagging::id)
            .set(BOOK.TAGS).from(Tagging::tag); // error: prob.found.req
}
