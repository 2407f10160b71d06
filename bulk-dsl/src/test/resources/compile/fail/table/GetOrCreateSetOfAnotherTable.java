import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateSetOfAnotherTable {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).from(name -> name)
            .set(HIT.HITS).from(name -> 0); // error: cant.resolve.location.args
}
