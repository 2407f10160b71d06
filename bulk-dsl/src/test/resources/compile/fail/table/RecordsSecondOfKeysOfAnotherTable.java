import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;

class RecordsSecondOfKeysOfAnotherTable {
    BulkUpdateOfRecords<TwokeyRecord> cells = bulkUpdate(TWOKEY)
            .keys(TWOKEY.A, BOOK.STOCK) // error: cant.apply.symbol
            .set(TWOKEY.V);
}
