import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class OtherElementAfterArrayRemove {
    record Tagging(long id, int tag) {}

    static final BulkUpdate<BookRecord, Tagging> UNTAG = bulkUpdate(BOOK, Tagging.class)
            .key(BOOK.ID).from(Tagging::id)
            .set(BOOK.TAGS, arrayRemove()).from(Tagging::tag); // error: prob.found.req
}
