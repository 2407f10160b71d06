import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.DSLContext;

class VarEverywhere {
    record Delivery(String isbn, int copies) {}

    int restock(DSLContext ctx) {
        var start = bulkUpdate(BOOK, Delivery.class);
        var keyed = start.key(BOOK.ISBN).from(Delivery::isbn);
        var from = keyed.set(BOOK.STOCK, incr());
        var update = from.from(Delivery::copies);
        var statement = update.rows(new Delivery("a", 1), new Delivery("b", 2));
        return statement.execute(ctx);
    }
}
