import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.DSLContext;

class NoRowsThenExecute {
    record Delivery(String isbn, int copies) {}

    int restock(DSLContext ctx) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .execute(ctx); // error: cant.resolve.location.args
    }
}
