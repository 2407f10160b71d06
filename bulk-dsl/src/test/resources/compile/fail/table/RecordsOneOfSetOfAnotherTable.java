import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsOneOfSetOfAnotherTable {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(BOOK.TITLE, AUTHOR.NAME)
            .onlyChanged(); // error: cant.resolve.location.args
}
