import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateRecordsFrom {
    static final GetOrCreateOfRecords<TagRecord> TAGS = getOrCreate(TAG)
            .keys(TAG.NAME)
            .set(TAG.HITS).from(TagRecord::getHits); // error: cant.resolve.location.args
}
