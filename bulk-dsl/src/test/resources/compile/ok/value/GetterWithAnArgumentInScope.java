import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;
import java.util.Map;

class GetterWithAnArgumentInScope {
    record Delivery(String isbn, int copies) {}

    BulkUpdate<BookRecord, Delivery> restock(Map<String, BigDecimal> prices) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.PRICE).from(d -> prices.get(d.isbn()));
    }
}
