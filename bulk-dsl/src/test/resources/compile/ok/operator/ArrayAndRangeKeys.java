import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.ArrkeyRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import org.jooq.postgres.extensions.types.IntegerRange;

class ArrayAndRangeKeys {
    record Lookup(Integer[] k, IntegerRange range, String v) {}

    static final BulkUpdate<ArrkeyRecord, Lookup> ARRAYS = bulkUpdate(ARRKEY, Lookup.class)
            .key(ARRKEY.K).from(Lookup::k)
            .set(ARRKEY.V).from(Lookup::v);

    static final BulkUpdate<WideRecord, Lookup> RANGES = bulkUpdate(WIDE, Lookup.class)
            .key(WIDE.IR).from(Lookup::range)
            .set(WIDE.TX).from(Lookup::v);
}
