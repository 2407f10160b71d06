import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import java.util.List;
import org.jooq.DSLContext;

class RecordsOfAnotherTable {
    int rename(List<AuthorRecord> authors, DSLContext ctx) {
        return bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.TITLE).rows(authors).execute(ctx); // error: cant.apply.symbols
    }
}
