import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class OutcomeValueOfAnotherType {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    void upsert(List<Delivery> deliveries, DSLContext ctx) {
        for (var outcome : UPSERT.rows(deliveries).returning(BOOK.ID, BOOK.TITLE).fetchOutcomes(ctx)) {
            String id = outcome.record().orElseThrow().value1(); // error: prob.found.req
        }
    }
}
