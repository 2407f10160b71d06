import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;

class GetOrCreateSecondKeyOfAnotherTable {
    record Cell(int a, int b) {}

    static final GetOrCreate<SlotRecord, Cell> SLOTS = getOrCreate(SLOT, Cell.class)
            .key(SLOT.A).from(Cell::a)
            .key(TWOKEY.B).from(Cell::b); // error: cant.resolve.location.args
}
