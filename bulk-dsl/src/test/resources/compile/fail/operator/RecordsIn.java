import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsIn {
    BulkUpdateOfRecords<BookRecord> rules = bulkUpdate(BOOK)
            .key(BOOK.ID, in())
            .set(BOOK.STOCK); // error: cant.resolve.location.args
}
