import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class InsertRecordsNoSet {
    int insert(List<BookRecord> records, DSLContext ctx) {
        return bulkInsert(BOOK).rows(records).execute(ctx); // error: cant.resolve.location.args
    }
}
