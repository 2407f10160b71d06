import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class StringForBoolean {
    record Notice(long id, String discontinued) {}

    static final BulkUpdate<BookRecord, Notice> NOTICES = bulkUpdate(BOOK, Notice.class)
            .key(BOOK.ID).from(Notice::id)
            .set(BOOK.DISCONTINUED).from(Notice::discontinued); // error: prob.found.req
}
