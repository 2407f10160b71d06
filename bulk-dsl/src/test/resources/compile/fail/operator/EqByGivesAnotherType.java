import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.length;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.AccountRecord;

class EqByGivesAnotherType {
    record Visit(String email, int visits) {}

    static final BulkUpsert<AccountRecord, Visit> VISITS = bulkUpsert(ACCOUNT, Visit.class)
            .key(ACCOUNT.EMAIL, eqBy(email -> length(email))).from(Visit::email) // error: prob.found.req
            .set(ACCOUNT.VISITS).from(Visit::visits);
}
