import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import org.jooq.postgres.extensions.types.Hstore;

class GreatestOnHstore {
    record Labels(int id, Hstore labels) {}

    static final BulkUpdate<WideRecord, Labels> LABELS = bulkUpdate(WIDE, Labels.class)
            .key(WIDE.ID).from(Labels::id)
            .set(WIDE.HS, greatest()).from(Labels::labels); // error: cant.resolve.location.args
}
