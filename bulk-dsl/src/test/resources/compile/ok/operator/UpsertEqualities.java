import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.lower;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.AccountRecord;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;
import org.jooq.impl.DSL;

class UpsertEqualities {
    record Visit(String email, int visits) {}

    static final BulkUpsert<AccountRecord, Visit> VISITS = bulkUpsert(ACCOUNT, Visit.class)
            .key(ACCOUNT.EMAIL, eqBy(email -> lower(email))).from(Visit::email)
            .set(ACCOUNT.VISITS, incr()).from(Visit::visits);

    record Cell(Integer a, Integer b, String v) {}

    static final BulkUpsert<SlotRecord, Cell> SLOTS = bulkUpsert(SLOT, Cell.class)
            .key(SLOT.A, notDistinct()).from(Cell::a)
            .key(SLOT.B, eq()).from(Cell::b)
            .set(SLOT.V).from(Cell::v);

    static final BulkUpsertOfRecords<SlotRecord> RECORDS = bulkUpsert(SLOT)
            .key(SLOT.A, notDistinct())
            .key(SLOT.B, notDistinct())
            .set(SLOT.V);

    static final GetOrCreate<AccountRecord, String> ACCOUNTS = getOrCreate(ACCOUNT, String.class)
            .key(ACCOUNT.EMAIL, eqBy(DSL::lower)).from(String::strip);
}
