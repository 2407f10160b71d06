import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class WhereIsValue {
    record Renaming(long id, String title) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(BOOK.ID).from(Renaming::id)
            .set(BOOK.TITLE).from(Renaming::title)
            .where(true); // error: prob.found.req
}
