import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class NineColumnsAsTyped {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    void restock(List<Delivery> deliveries, DSLContext ctx) {
        RESTOCK.rows(deliveries)
                .returning(BOOK.ID, BOOK.ISBN, BOOK.TITLE, BOOK.AUTHOR_ID, BOOK.STOCK, BOOK.PRICE,
                        BOOK.RATING, BOOK.TAGS, BOOK.NOTES)
                .fetch(ctx)
                .forEach(record -> System.out.println(record.value1())); // error: cant.resolve.location.args
    }
}
