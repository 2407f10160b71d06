import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsSetManyColumns {
    BulkUpdateOfRecords<BookRecord> rename = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(BOOK.TITLE, BOOK.STOCK);
}
