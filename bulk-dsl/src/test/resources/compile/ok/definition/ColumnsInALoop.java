import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.TableField;

class ColumnsInALoop {
    int update(List<BookRecord> records, List<TableField<BookRecord, ?>> columns, DSLContext ctx) {
        var update = bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.TITLE);
        for (TableField<BookRecord, ?> column : columns) {
            update = update.set(column);
        }
        return update.rows(records).execute(ctx);
    }
}
