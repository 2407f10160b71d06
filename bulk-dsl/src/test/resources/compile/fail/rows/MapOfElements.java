import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Map;
import org.jooq.DSLContext;

class MapOfElements {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    int restock(Map<String, Delivery> deliveries, DSLContext ctx) {
        return RESTOCK.rows(deliveries).execute(ctx); // error: cant.apply.symbols
    }
}
