import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class TouchedOnlyBeforeKeys {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK)
            .touchedOnly(); // error: cant.resolve.location.args
}
