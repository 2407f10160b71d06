import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.util.Map;
import org.jooq.postgres.extensions.types.Hstore;
import org.jooq.postgres.extensions.types.Inet;
import org.jooq.postgres.extensions.types.IntegerRange;

class CustomBoundTypes {
    record Host(int id, Inet address, Map<String, String> labels, int first, int last) {}

    static final BulkUpdate<WideRecord, Host> HOSTS = bulkUpdate(WIDE, Host.class)
            .key(WIDE.ID).from(Host::id)
            .set(WIDE.IP).from(Host::address)
            .set(WIDE.HS, hstoreConcat()).from(h -> Hstore.valueOf(h.labels()))
            .set(WIDE.IR).from(h -> IntegerRange.integerRange(h.first(), h.last()));
}
