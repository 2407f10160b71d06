import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class PrimitivesAreBoxed {
    record Reading(int id, short si, long bi, double fl, boolean bo, float real) {}

    static final BulkUpdate<WideRecord, Reading> READINGS = bulkUpdate(WIDE, Reading.class)
            .key(WIDE.ID).from(Reading::id)
            .set(WIDE.SI).from(Reading::si)
            .set(WIDE.BI).from(Reading::bi)
            .set(WIDE.FL).from(Reading::fl)
            .set(WIDE.BO).from(Reading::bo);

    static final BulkUpdate<KindsRecord, Reading> REALS = bulkUpdate(KINDS, Reading.class)
            .key(KINDS.ID).from(Reading::id)
            .set(KINDS.A_REAL).from(Reading::real);
}
