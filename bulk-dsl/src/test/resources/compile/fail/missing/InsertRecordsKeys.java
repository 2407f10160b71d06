import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class InsertRecordsKeys {
    static final BulkInsertOfRecords<BookRecord> INSERT = bulkInsert(BOOK)
            .keys(BOOK.ISBN) // error: cant.resolve.location.args
            .touched();
}
