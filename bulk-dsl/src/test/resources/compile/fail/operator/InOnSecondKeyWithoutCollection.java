import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;

class InOnSecondKeyWithoutCollection {
    record Cell(int a, int b, String v) {}

    static final BulkUpdate<TwokeyRecord, Cell> CELLS = bulkUpdate(TWOKEY, Cell.class)
            .key(TWOKEY.A).from(Cell::a)
            .key(TWOKEY.B, in()).from(Cell::b) // error: prob.found.req
            .set(TWOKEY.V).from(Cell::v);
}
