import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class InsertRecordsNowOnText {
    static final BulkInsertOfRecords<BookRecord> INSERT = bulkInsert(BOOK)
            .set(BOOK.TITLE, now())
            .set(BOOK.ISBN); // error: cant.resolve.location.args
}
