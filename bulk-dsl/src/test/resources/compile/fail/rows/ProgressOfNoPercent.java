import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class ProgressOfNoPercent {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Progress restock(List<Delivery> deliveries, DSLContext ctx) {
        return RESTOCK.rows(deliveries).batchSize(10).onProgress(p -> System.out.println(p.percent())).execute(ctx); // error: cant.resolve.location.args
    }
}
