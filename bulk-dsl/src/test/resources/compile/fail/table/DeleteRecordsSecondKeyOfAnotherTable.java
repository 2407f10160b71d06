import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDeleteOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;

class DeleteRecordsSecondKeyOfAnotherTable {
    BulkDeleteOfRecords<TwokeyRecord> cells = bulkDelete(TWOKEY)
            .key(TWOKEY.A)
            .key(BOOK.STOCK)
            .where(TWOKEY.V.isNull()); // error: cant.resolve.location.args
}
