import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.DSLContext;

class DeleteNoRowsThenExecute {
    record Gone(String isbn) {}

    int remove(DSLContext ctx) {
        return bulkDelete(BOOK, Gone.class)
                .key(BOOK.ISBN).from(Gone::isbn)
                .execute(ctx); // error: cant.resolve.location.args
    }
}
