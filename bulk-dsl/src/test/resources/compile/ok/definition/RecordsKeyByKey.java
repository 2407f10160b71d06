import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;

class RecordsKeyByKey {
    static final BulkUpdateOfRecords<TwokeyRecord> CELLS =
            bulkUpdate(TWOKEY).key(TWOKEY.A).key(TWOKEY.B, notDistinct()).set(TWOKEY.V);
}
