import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.AccountRecord;

class EqByGivesValue {
    static final GetOrCreate<AccountRecord, String> ACCOUNTS = getOrCreate(ACCOUNT, String.class)
            .key(ACCOUNT.EMAIL, eqBy(email -> "email")).from(email -> email); // error: prob.found.req
}
