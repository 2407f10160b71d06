import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateRecordsKeysOfAnotherTable {
    static final GetOrCreateOfRecords<TagRecord> TAGS = getOrCreate(TAG)
            .keys(MEMBER.NAME) // error: prob.found.req
            .set(TAG.HITS);
}
