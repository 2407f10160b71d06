import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

class WildcardContainers {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    void restock(
            List<? extends Delivery> list, Stream<? extends Delivery> stream,
            Iterator<? extends Delivery> iterator, DSLContext ctx) {
        RESTOCK.rows(list).execute(ctx);
        RESTOCK.rows(stream).execute(ctx);
        RESTOCK.rows(iterator).execute(ctx);
    }
}
