// lines <= 16
import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.DSLContext;

class ResultOfAnotherTable {
    int rename(DSLContext ctx) {
        return bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.TITLE).rows(ctx.fetch(AUTHOR)).execute(ctx); // error: cant.apply.symbols
    }
}
