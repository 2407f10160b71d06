import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.lower;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.AccountRecord;

class EqByColumn {
    static final GetOrCreate<AccountRecord, String> ACCOUNTS = getOrCreate(ACCOUNT, String.class)
            .key(ACCOUNT.EMAIL, eqBy(lower(ACCOUNT.EMAIL))).from(email -> email); // error: cant.apply.symbol
}
