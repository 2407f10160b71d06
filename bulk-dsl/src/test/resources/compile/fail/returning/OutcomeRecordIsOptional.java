import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.List;
import org.jooq.DSLContext;

class OutcomeRecordIsOptional {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).from(name -> name)
            .set(TAG.HITS).from(name -> 0);

    void tags(List<String> names, DSLContext ctx) {
        for (var outcome : TAGS.rows(names).returning(TAG.NAME).fetchOutcomes(ctx)) {
            String name = outcome.record().value1(); // error: cant.resolve.location.args
        }
    }
}
