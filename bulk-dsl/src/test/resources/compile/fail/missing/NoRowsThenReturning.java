import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;

class NoRowsThenReturning {
    record Delivery(String isbn, int copies) {}

    Result<Record1<Long>> restock(DSLContext ctx) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK).from(Delivery::copies)
                .returning(BOOK.ID) // error: cant.resolve.location.args
                .fetch(ctx);
    }
}
