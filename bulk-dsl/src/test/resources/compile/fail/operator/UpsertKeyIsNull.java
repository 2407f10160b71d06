import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;

class UpsertKeyIsNull {
    record Cell(boolean empty, String v) {}

    static final BulkUpsert<SlotRecord, Cell> SLOTS = bulkUpsert(SLOT, Cell.class)
            .key(SLOT.A, isNull()).from(Cell::empty) // error: cant.resolve.location.args
            .set(SLOT.V).from(Cell::v);
}
