import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsOnlyChangedOfAnotherTable {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.STOCK)
            .onlyChanged(AUTHOR.NAME); // error: prob.found.req
}
