import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertOwnOperator {
    record Delivery(String isbn, int copies) {}

    static final KeyOperator<String, String> STARTS = null;

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN, STARTS).from(Delivery::isbn) // error: cant.resolve.location.args
            .set(BOOK.STOCK).from(Delivery::copies);
}
