import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.stream.Stream;
import org.jooq.DSLContext;

class StreamOfAnotherType {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    int restock(Stream<String> isbns, DSLContext ctx) {
        return RESTOCK.rows(isbns).execute(ctx); // error: cant.apply.symbols
    }
}
