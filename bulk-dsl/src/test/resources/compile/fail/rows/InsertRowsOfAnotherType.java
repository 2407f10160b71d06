import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;

class InsertRowsOfAnotherType {
    record Delivery(String isbn, int copies) {}

    static final BulkInsert<BookRecord, Delivery> INSERT = bulkInsert(BOOK, Delivery.class)
            .set(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Object insert(List<String> isbns) {
        return INSERT.rows(isbns); // error: cant.apply.symbols
    }
}
