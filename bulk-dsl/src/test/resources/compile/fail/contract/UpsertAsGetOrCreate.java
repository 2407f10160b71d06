import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertAsGetOrCreate {
    record Delivery(String isbn, int copies) {}

    static final GetOrCreate<BookRecord, Delivery> BOOKS = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .doNothing(); // error: prob.found.req
}
