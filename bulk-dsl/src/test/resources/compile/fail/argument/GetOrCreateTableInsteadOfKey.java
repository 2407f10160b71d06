import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateTableInsteadOfKey {
    static final GetOrCreateOfRecords<TagRecord> TAGS = getOrCreate(TAG)
            .keys(TAG); // error: prob.found.req
}
