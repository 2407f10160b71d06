import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class SubclassElements {
    static class Delivery {
        String isbn() {
            return "";
        }
    }

    static class Express extends Delivery {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.RESTOCKED_AT, now());

    void restock(List<Express> list, Express[] array, Express one, DSLContext ctx) {
        RESTOCK.rows(list).execute(ctx);
        RESTOCK.rows(array).execute(ctx);
        RESTOCK.rows(one, new Delivery()).execute(ctx);
    }
}
