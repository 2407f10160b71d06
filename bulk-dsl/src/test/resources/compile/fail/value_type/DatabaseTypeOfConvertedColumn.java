import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;

class DatabaseTypeOfConvertedColumn {
    record Vintage(int id, Short year) {}

    static final BulkUpdate<KindsRecord, Vintage> VINTAGES = bulkUpdate(KINDS, Vintage.class)
            .key(KINDS.ID).from(Vintage::id)
            .set(KINDS.A_YEAR).from(Vintage::year); // error: prob.found.req
}
