import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.lower;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.AccountRecord;

class EqByForTextOnNumber {
    record Visit(long account, int visits) {}

    static final BulkUpsert<AccountRecord, Visit> VISITS = bulkUpsert(ACCOUNT, Visit.class)
            .key(ACCOUNT.ID, eqBy(id -> lower(id))).from(Visit::account) // error: cant.apply.symbols
            .set(ACCOUNT.VISITS).from(Visit::visits);
}
