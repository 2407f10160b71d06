import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.Outcome;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;

class OutcomesAsList {
    record Delivery(String isbn, int copies) {}

    static final BulkInsert<BookRecord, Delivery> INSERT = bulkInsert(BOOK, Delivery.class)
            .set(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    List<Outcome<Delivery, Record1<Long>>> insert(List<Delivery> deliveries, DSLContext ctx) {
        return INSERT.rows(deliveries).returning(BOOK.ID).fetchOutcomes(ctx); // error: prob.found.req
    }
}
