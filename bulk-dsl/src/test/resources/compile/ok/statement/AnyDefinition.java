import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.DefinitionStep;
import io.bulkdsl.RowsStep;
import io.bulkdsl.SyncStatement;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.List;
import org.jooq.DSLContext;

class AnyDefinition {
    static <E> int run(DefinitionStep<E> definition, List<E> rows, DSLContext ctx) {
        return definition.rows(rows).execute(ctx);
    }

    static <E, S extends BulkStatement<E>> S with(RowsStep<E, S> definition, List<E> rows) {
        return definition.rows(rows);
    }

    int all(List<TagRecord> tags, List<String> names, DSLContext ctx) {
        SyncStatement<TagRecord> sync = with(
                bulkSync(bulkUpsert(TAG).keys(TAG.NAME).set(TAG.HITS)).scope(trueCondition()).deleteMissing(), tags);
        return sync.dryRun(ctx).deleted()
                + run(bulkInsert(TAG).touched(), tags, ctx)
                + run(getOrCreate(TAG).keys(TAG.NAME), tags, ctx)
                + run(getOrCreate(TAG, String.class).key(TAG.NAME).from(name -> name), names, ctx)
                + run(bulkInsert(TAG, String.class).set(TAG.NAME).from(name -> name), names, ctx);
    }
}
