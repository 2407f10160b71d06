import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.function.Function;

class FunctionVariables {
    record Delivery(String isbn, int copies) {}

    static final Function<Delivery, String> ISBN = Delivery::isbn;

    static final Function<Object, Integer> HASH = Object::hashCode;

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(ISBN)
            .set(BOOK.STOCK).from(HASH);
}
