import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import java.util.List;
import org.jooq.DSLContext;

class InsertRecordsOfAnotherTable {
    int insert(List<AuthorRecord> authors, DSLContext ctx) {
        return bulkInsert(BOOK).touched().rows(authors).execute(ctx); // error: cant.apply.symbols
    }
}
