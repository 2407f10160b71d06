import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class NoKeyNorSet {
    record Delivery(String isbn, int copies) {}

    BulkStatement<Delivery> restock(List<Delivery> deliveries) {
        return bulkUpdate(BOOK, Delivery.class).rows(deliveries); // error: cant.resolve.location.args
    }
}
