import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateGetterOfAnotherClass {
    record Delivery(String isbn, int copies) {}

    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).from(Delivery::isbn); // error: prob.found.req
}
