import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateKeyOfAnotherTable {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(MEMBER.NAME).from(name -> name) // error: cant.resolve.location.args
            .set(TAG.HITS).from(name -> 0);
}
