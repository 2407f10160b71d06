import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.function.Function;

class FunctionVariableOfAnotherType {
    record Delivery(String isbn, int copies) {}

    static final Function<Delivery, Long> COPIES = d -> (long) d.copies();

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(COPIES); // error: prob.found.req
}
