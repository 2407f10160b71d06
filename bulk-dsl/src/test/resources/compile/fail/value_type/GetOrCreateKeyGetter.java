import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateKeyGetter {
    record Delivery(String isbn, int copies) {}

    static final GetOrCreate<TagRecord, Delivery> TAGS = getOrCreate(TAG, Delivery.class)
            .key(TAG.NAME).from(Delivery::copies); // error: prob.found.req
}
