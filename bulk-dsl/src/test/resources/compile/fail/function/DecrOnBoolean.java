import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DecrOnBoolean {
    record Notice(long id, boolean discontinued) {}

    static final BulkUpdate<BookRecord, Notice> NOTICES = bulkUpdate(BOOK, Notice.class)
            .key(BOOK.ID).from(Notice::id)
            .set(BOOK.DISCONTINUED, decr()).from(Notice::discontinued); // error: cant.resolve.location.args
}
