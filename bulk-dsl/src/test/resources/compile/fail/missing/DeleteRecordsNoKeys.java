import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class DeleteRecordsNoKeys {
    int remove(List<BookRecord> books, DSLContext ctx) {
        return bulkDelete(BOOK)
                .rows(books).execute(ctx); // error: cant.resolve.location.args
    }
}
