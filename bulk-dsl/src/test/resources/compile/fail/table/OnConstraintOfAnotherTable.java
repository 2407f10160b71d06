import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.Keys;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class OnConstraintOfAnotherTable {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies)
            .onConstraint(Keys.MEMBER_NAME_KEY); // error: cant.apply.symbols
}
