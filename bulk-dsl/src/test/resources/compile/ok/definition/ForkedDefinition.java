import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class ForkedDefinition {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK, incr()).from(Delivery::copies);

    static final BulkUpdate<BookRecord, Delivery> RESTOCK_CURRENT = RESTOCK.where(BOOK.DISCONTINUED.isFalse());

    int restock(List<Delivery> deliveries, boolean all, DSLContext ctx) {
        return (all ? RESTOCK : RESTOCK_CURRENT).rows(deliveries).execute(ctx);
    }
}
