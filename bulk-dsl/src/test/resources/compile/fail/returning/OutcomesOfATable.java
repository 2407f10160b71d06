import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcomes;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class OutcomesOfATable {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Outcomes<Delivery, AuthorRecord> upsert(List<Delivery> deliveries, DSLContext ctx) {
        return UPSERT.rows(deliveries).returning(BOOK).fetchOutcomes(ctx); // error: prob.found.req
    }
}
