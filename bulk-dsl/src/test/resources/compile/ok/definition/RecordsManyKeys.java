import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;

class RecordsManyKeys {
    static final BulkUpdateOfRecords<TwokeyRecord> CELLS =
            bulkUpdate(TWOKEY).keys(TWOKEY.ID, TWOKEY.A, TWOKEY.B).set(TWOKEY.V);
}
