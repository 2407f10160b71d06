import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateRecordsNoKeys {
    static final GetOrCreateOfRecords<TagRecord> TAGS = getOrCreate(TAG)
            .set(TAG.HITS); // error: cant.resolve.location.args
}
