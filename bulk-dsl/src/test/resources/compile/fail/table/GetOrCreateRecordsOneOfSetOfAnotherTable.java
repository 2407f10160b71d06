import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreateOfRecords;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class GetOrCreateRecordsOneOfSetOfAnotherTable {
    static final GetOrCreateOfRecords<TagRecord> TAGS = getOrCreate(TAG)
            .keys(TAG.NAME)
            .set(TAG.HITS, HIT.HITS)
            .duplicates(Duplicates.FIRST); // error: cant.resolve.location.args
}
