import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.util.Map;

class MapForHstore {
    record Labels(int id, Map<String, String> labels) {}

    static final BulkUpdate<WideRecord, Labels> LABELS = bulkUpdate(WIDE, Labels.class)
            .key(WIDE.ID).from(Labels::id)
            .set(WIDE.HS).from(Labels::labels); // error: prob.found.req
}
