import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class StringForInet {
    record Host(int id, String address) {}

    static final BulkUpdate<WideRecord, Host> HOSTS = bulkUpdate(WIDE, Host.class)
            .key(WIDE.ID).from(Host::id)
            .set(WIDE.IP).from(Host::address); // error: prob.found.req
}
