import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class RecordsNoSet {
    int rename(List<BookRecord> records, DSLContext ctx) {
        return bulkUpdate(BOOK).keys(BOOK.ID).rows(records).execute(ctx); // error: cant.resolve.location.args
    }
}
