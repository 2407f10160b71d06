import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;

class InsertOfAnotherTable {
    record Delivery(String isbn, int copies) {}

    static final BulkInsert<AuthorRecord, Delivery> INSERT = bulkInsert(BOOK, Delivery.class)
            .set(BOOK.ISBN).from(Delivery::isbn); // error: prob.found.req
}
