import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateNowOnNumber {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).from(name -> name)
            .set(TAG.HITS, now())
            .duplicates(Duplicates.FOLD); // error: cant.resolve.location.args
}
