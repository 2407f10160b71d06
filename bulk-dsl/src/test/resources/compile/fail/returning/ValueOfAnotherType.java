import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class ValueOfAnotherType {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    void restock(List<Delivery> deliveries, DSLContext ctx) {
        for (var returned : RESTOCK.rows(deliveries).returning(BOOK.ID, BOOK.STOCK).fetchRows(ctx)) {
            String stock = returned.record().value2(); // error: prob.found.req
        }
    }
}
