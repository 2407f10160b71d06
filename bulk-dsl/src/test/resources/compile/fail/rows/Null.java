import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.DSLContext;

class Null {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    int restock(DSLContext ctx) {
        return RESTOCK.rows(null).execute(ctx); // error: ref.ambiguous
    }
}
