import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;

class ColumnsInAnotherOrder {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Result<Record2<String, Integer>> restock(List<Delivery> deliveries, DSLContext ctx) {
        return RESTOCK.rows(deliveries).returning(BOOK.STOCK, BOOK.ISBN).fetch(ctx); // error: prob.found.req
    }
}
