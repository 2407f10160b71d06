import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class InvalidRowCaught {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.STOCK);

    String update(List<BookRecord> records, DSLContext ctx) {
        try {
            return "" + UPDATE.rows(records).execute(ctx);
        } catch (InvalidRowException e) {
            return e.rowNumber() + e.column().orElse("row");
        }
    }
}
