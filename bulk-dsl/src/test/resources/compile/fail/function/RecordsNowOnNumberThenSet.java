import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsNowOnNumberThenSet {
    BulkUpdateOfRecords<BookRecord> restock = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(BOOK.STOCK, now())
            .set(BOOK.TITLE); // error: cant.resolve.location.args
}
