import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsKeyOfAnotherTable {
    BulkUpdateOfRecords<BookRecord> rename = bulkUpdate(BOOK)
            .key(AUTHOR.ID)
            .set(BOOK.TITLE); // error: cant.resolve.location.args
}
