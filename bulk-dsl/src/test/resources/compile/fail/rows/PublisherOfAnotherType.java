import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.reactivestreams.Publisher;

class PublisherOfAnotherType {
    record Delivery(String isbn, int copies) {}

    record Order(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    int restock(List<Delivery> deliveries, Publisher<Order> orders, DSLContext ctx) {
        return RESTOCK.rowsFrom(orders).execute(ctx); // error: prob.found.req
    }
}
