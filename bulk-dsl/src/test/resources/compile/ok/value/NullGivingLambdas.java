import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.time.LocalDate;
import java.util.Optional;

class NullGivingLambdas {
    record Visit(int id, Optional<String> title) {}

    static final BulkUpdate<WideRecord, Visit> VISITS = bulkUpdate(WIDE, Visit.class)
            .key(WIDE.ID).from(Visit::id)
            .set(WIDE.TX).from(v -> null)
            .set(WIDE.CODE).from(v -> v.title().orElse(null))
            .set(WIDE.DA).from(v -> v.id() > 0 ? LocalDate.EPOCH : null);
}
