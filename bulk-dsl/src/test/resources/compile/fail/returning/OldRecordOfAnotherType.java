import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;

class OldRecordOfAnotherType {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    void upsert(List<Delivery> deliveries, DSLContext ctx) {
        for (var outcome : UPSERT.rows(deliveries).returning(BOOK.STOCK).fetchOutcomesWithOld(ctx)) {
            Record1<String> before = outcome.oldRecord().orElseThrow(); // error: prob.found.req
        }
    }
}
