import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsEmptyKeys {
    BulkUpdateOfRecords<BookRecord> rename = bulkUpdate(BOOK)
            .keys() // error: cant.apply.symbol
            .set(BOOK.TITLE);
}
