import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsWithOperators {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK)
            .key(BOOK.ID, ge())
            .key(BOOK.TITLE, notDistinct())
            .set(BOOK.STOCK);
}
