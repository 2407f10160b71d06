import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateSetOnUpdate {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).from(name -> name)
            .setOnUpdate(TAG.HITS, incr()).from(name -> 1); // error: cant.resolve.location.args
}
