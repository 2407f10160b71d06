import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class WhereAfterRows {
    record Delivery(String isbn, int copies) {}

    BulkStatement<Delivery> restock(List<Delivery> deliveries) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .rows(deliveries)
                .where(BOOK.DISCONTINUED.isFalse()); // error: cant.resolve.location.args
    }
}
