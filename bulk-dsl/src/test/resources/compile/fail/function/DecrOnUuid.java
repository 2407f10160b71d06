import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.UuRecord;
import java.util.UUID;

class DecrOnUuid {
    record Login(int key, UUID id) {}

    static final BulkUpdate<UuRecord, Login> LOGINS = bulkUpdate(UU, Login.class)
            .key(UU.KEY_FIELD).from(Login::key)
            .set(UU.ID, decr()).from(Login::id); // error: cant.resolve.location.args
}
