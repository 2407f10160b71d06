import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

class SyncOfUpdate {
    record Delivery(String isbn, int copies) {}

    Object sync = bulkSync(bulkUpdate(BOOK, Delivery.class) // error: cant.apply.symbols
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies));
}
