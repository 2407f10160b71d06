import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class NoElementClass {
    record Delivery(String isbn, int copies) {}

    BulkStatement<Delivery> restock(List<Delivery> deliveries) {
        return bulkUpdate(BOOK)
                .key(BOOK.ISBN).from(Delivery::isbn) // error: cant.resolve.location.args
                .set(BOOK.STOCK).from(Delivery::copies)
                .rows(deliveries);
    }
}
