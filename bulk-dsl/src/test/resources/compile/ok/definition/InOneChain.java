import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.contract.Duplicates;
import java.util.List;
import org.jooq.DSLContext;

class InOneChain {
    record Delivery(String isbn, int copies) {}

    int restock(List<Delivery> deliveries, DSLContext ctx) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .where(BOOK.DISCONTINUED.isFalse())
                .duplicates(Duplicates.FOLD)
                .rows(deliveries)
                .execute(ctx);
    }
}
