import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcome;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.Record;

class StatusAsText {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    boolean created(Outcome<Delivery, Record> outcome) {
        String status = outcome.status(); // error: prob.found.req
        return status.equals("INSERTED");
    }
}
