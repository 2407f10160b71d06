import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class InsertRecordsOneOfMoreSetOfAnotherTable {
    static final BulkInsertOfRecords<BookRecord> INSERT = bulkInsert(BOOK)
            .set(BOOK.PRICE)
            .set(BOOK.ISBN, BOOK.TITLE, AUTHOR.NAME)
            .onConflictDoNothing(); // error: cant.resolve.location.args
}
