import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;

class NoContext {
    record Delivery(String isbn, int copies) {}

    int restock(List<Delivery> deliveries) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .rows(deliveries)
                .execute(); // error: cant.apply.symbol
    }
}
