import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertSetOnUpdateWithFunctionOfAnotherTable {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies)
            .setOnUpdate(HIT.HITS, incr()).from(Delivery::copies); // error: cant.resolve.location.args
}
