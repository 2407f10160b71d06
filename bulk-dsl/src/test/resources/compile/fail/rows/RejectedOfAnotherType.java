import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class RejectedOfAnotherType {
    record Delivery(String isbn, int copies) {}

    record Order(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Progress restock(List<Delivery> deliveries, List<Rejected<Order>> bad, DSLContext ctx) {
        return RESTOCK.rows(deliveries).batchSize(10).onReject(bad::add).execute(ctx); // error: prob.found.req
    }
}
