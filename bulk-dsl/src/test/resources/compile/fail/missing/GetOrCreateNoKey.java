import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateNoKey {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .set(TAG.HITS).from(name -> 0); // error: cant.resolve.location.args
}
