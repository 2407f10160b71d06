import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.HitRecord;

class GetOrCreateKeyNotUnique {
    static final GetOrCreate<HitRecord, String> PAGES = getOrCreate(HIT, String.class)
            .key(HIT.PAGE).from(page -> page)
            .keyNotUnique(); // error: cant.resolve.location.args
}
