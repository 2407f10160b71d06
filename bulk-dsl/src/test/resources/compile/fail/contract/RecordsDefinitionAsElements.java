import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsDefinitionAsElements {
    static final BulkUpdate<BookRecord, BookRecord> RENAME = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(BOOK.TITLE); // error: prob.found.req
}
