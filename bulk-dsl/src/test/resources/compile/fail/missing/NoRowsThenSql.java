import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

class NoRowsThenSql {
    record Delivery(String isbn, int copies) {}

    String sql() {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .getSQL(); // error: cant.resolve.location.args
    }
}
