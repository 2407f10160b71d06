import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.List;

class GetOrCreateKeyIn {
    static final GetOrCreate<TagRecord, List<String>> TAGS = getOrCreate(TAG, List.class)
            .key(TAG.NAME, in()).from(names -> names); // error: cant.resolve.location.args
}
