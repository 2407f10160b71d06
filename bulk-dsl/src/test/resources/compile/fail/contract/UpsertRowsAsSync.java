import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.SyncStatement;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;

class UpsertRowsAsSync {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    SyncStatement<Delivery> upsert(List<Delivery> deliveries) {
        return UPSERT.rows(deliveries); // error: prob.found.req
    }
}
