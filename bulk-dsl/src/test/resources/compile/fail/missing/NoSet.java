import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class NoSet {
    record Delivery(String isbn, int copies) {}

    BulkStatement<Delivery> restock(List<Delivery> deliveries) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .rows(deliveries); // error: cant.resolve.location.args
    }
}
