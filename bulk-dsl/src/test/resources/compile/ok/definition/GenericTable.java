import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

class GenericTable {
    <R extends Record> int touch(
            Table<R> table, TableField<R, Long> id, TableField<R, OffsetDateTime> at, List<Long> ids, DSLContext ctx) {
        return bulkUpdate(table, Long.class)
                .key(id).from(row -> row)
                .set(at, now())
                .rows(ids)
                .execute(ctx);
    }
}
