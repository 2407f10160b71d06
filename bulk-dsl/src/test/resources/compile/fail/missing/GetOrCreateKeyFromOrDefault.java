import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateKeyFromOrDefault {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).fromOrDefault(name -> name); // error: cant.resolve.location.args
}
