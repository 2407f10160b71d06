import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.BulkDSL;
import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkSync;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.Map;
import org.jooq.DSLContext;

class GenericVarargs {
    static final BulkInsert<TagRecord, Map.Entry<String, Integer>> INSERT =
            BulkDSL.<TagRecord, Map.Entry<String, Integer>>bulkInsert(TAG, Map.Entry.class)
                    .set(TAG.NAME).from(Map.Entry::getKey)
                    .set(TAG.HITS).from(Map.Entry::getValue);

    static final BulkSync<TagRecord, Map.Entry<String, Integer>> SYNC = bulkSync(
                    BulkDSL.<TagRecord, Map.Entry<String, Integer>>bulkUpsert(TAG, Map.Entry.class)
                            .key(TAG.NAME).from(Map.Entry::getKey)
                            .set(TAG.HITS).from(Map.Entry::getValue))
            .scope(trueCondition())
            .deleteMissing();

    int tags(DSLContext ctx) {
        Map.Entry<String, Integer> a = Map.entry("a", 1);
        return INSERT.rows(a, Map.entry("b", 2)).execute(ctx) + SYNC.rows(a, Map.entry("c", 3)).execute(ctx);
    }
}
