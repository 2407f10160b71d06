import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import java.time.Year;

class ConvertedColumn {
    record Vintage(int id, Year year) {}

    static final BulkUpdate<KindsRecord, Vintage> VINTAGES = bulkUpdate(KINDS, Vintage.class)
            .key(KINDS.A_YEAR).from(Vintage::year)
            .set(KINDS.ID).from(Vintage::id);
}
