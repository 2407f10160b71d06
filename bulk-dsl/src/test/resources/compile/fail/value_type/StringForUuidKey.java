import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.UuRecord;

class StringForUuidKey {
    record Login(String id, String name) {}

    static final BulkUpdate<UuRecord, Login> LOGINS = bulkUpdate(UU, Login.class)
            .key(UU.ID).from(Login::id) // error: prob.found.req
            .set(UU.CHAR_FIELD).from(Login::name);
}
