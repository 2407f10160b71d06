import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsKeyWithOperatorOfAnotherTable {
    BulkUpdateOfRecords<BookRecord> rename = bulkUpdate(BOOK)
            .key(AUTHOR.ID, le())
            .set(BOOK.TITLE); // error: cant.resolve.location.args
}
