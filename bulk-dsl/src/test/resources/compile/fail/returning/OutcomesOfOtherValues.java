import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcomes;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;

class OutcomesOfOtherValues {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Outcomes<Delivery, Record2<String, Long>> upsert(List<Delivery> deliveries, DSLContext ctx) {
        return UPSERT.rows(deliveries).returning(BOOK.ID, BOOK.TITLE).fetchOutcomes(ctx); // error: prob.found.req
    }
}
