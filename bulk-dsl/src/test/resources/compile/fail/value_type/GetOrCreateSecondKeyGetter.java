import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;

class GetOrCreateSecondKeyGetter {
    record Cell(int a, String b) {}

    static final GetOrCreate<SlotRecord, Cell> SLOTS = getOrCreate(SLOT, Cell.class)
            .key(SLOT.A).from(Cell::a)
            .key(SLOT.B, notDistinct()).from(Cell::b); // error: prob.found.req
}
