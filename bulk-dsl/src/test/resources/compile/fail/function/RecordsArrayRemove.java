import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsArrayRemove {
    BulkUpdateOfRecords<BookRecord> untag = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(BOOK.TAGS, arrayRemove()); // error: prob.found.req
}
