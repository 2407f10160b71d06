import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;

class UpsertRecordsKeyGe {
    static final BulkUpsertOfRecords<SlotRecord> SLOTS = bulkUpsert(SLOT)
            .key(SLOT.A, ge())
            .set(SLOT.V); // error: cant.resolve.location.args
}
