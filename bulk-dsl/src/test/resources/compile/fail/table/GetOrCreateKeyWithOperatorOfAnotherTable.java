import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;

class GetOrCreateKeyWithOperatorOfAnotherTable {
    static final GetOrCreate<SlotRecord, Integer> SLOTS = getOrCreate(SLOT, Integer.class)
            .key(TWOKEY.A, notDistinct()).from(a -> a); // error: cant.resolve.location.args
}
