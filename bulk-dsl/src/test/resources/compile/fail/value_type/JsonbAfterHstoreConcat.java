import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import org.jooq.JSONB;

class JsonbAfterHstoreConcat {
    record Labels(int id, JSONB labels) {}

    static final BulkUpdate<WideRecord, Labels> LABELS = bulkUpdate(WIDE, Labels.class)
            .key(WIDE.ID).from(Labels::id)
            .set(WIDE.HS, hstoreConcat()).from(Labels::labels); // error: prob.found.req
}
