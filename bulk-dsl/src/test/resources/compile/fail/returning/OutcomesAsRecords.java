import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;

class OutcomesAsRecords {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).from(name -> name)
            .set(TAG.HITS).from(name -> 0);

    void tags(List<String> names, DSLContext ctx) {
        for (Record1<String> tag : TAGS.rows(names).returning(TAG.NAME).fetchOutcomes(ctx)) {} // error: prob.found.req
    }
}
