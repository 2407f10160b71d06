import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsKeysOfAnotherTable {
    BulkUpdateOfRecords<BookRecord> rename = bulkUpdate(BOOK)
            .keys(AUTHOR.ID) // error: prob.found.req
            .set(BOOK.TITLE);
}
