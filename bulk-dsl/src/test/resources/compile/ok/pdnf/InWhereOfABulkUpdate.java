import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.DSLContext;

class InWhereOfABulkUpdate {
    record Delivery(String isbn, int copies) {}

    record Shop(String title) {}

    int restock(List<Delivery> deliveries, List<Shop> shops, DSLContext ctx) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .where(pdnf(Shop.class).key(BOOK.TITLE, notDistinct()).from(Shop::title).rows(shops))
                .rows(deliveries)
                .execute(ctx);
    }
}
