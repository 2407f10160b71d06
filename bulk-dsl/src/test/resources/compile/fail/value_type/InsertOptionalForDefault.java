import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Optional;

class InsertOptionalForDefault {
    record Draft(String isbn, Optional<Integer> copies) {}

    static final BulkInsert<BookRecord, Draft> INSERT = bulkInsert(BOOK, Draft.class)
            .set(BOOK.ISBN).from(Draft::isbn)
            .set(BOOK.STOCK).fromOrDefault(Draft::copies); // error: prob.found.req
}
