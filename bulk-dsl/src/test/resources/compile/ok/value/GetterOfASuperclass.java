import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class GetterOfASuperclass {
    interface HasIsbn {
        String isbn();
    }

    record Delivery(String isbn, int copies) implements HasIsbn {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(HasIsbn::isbn)
            .set(BOOK.STOCK).from(Delivery::copies)
            .set(BOOK.TITLE).from(Object::toString);
}
