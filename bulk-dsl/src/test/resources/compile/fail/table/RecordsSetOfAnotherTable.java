import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsSetOfAnotherTable {
    BulkUpdateOfRecords<BookRecord> rename = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(AUTHOR.NAME); // error: prob.found.req
}
