import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsBetweenOnSecondKey {
    BulkUpdateOfRecords<BookRecord> rules = bulkUpdate(BOOK)
            .keys(BOOK.ISBN)
            .key(BOOK.ID, between())
            .set(BOOK.STOCK); // error: cant.resolve.location.args
}
