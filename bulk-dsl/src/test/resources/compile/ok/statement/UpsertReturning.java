import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.Returned;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;

class UpsertReturning {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    List<Returned<Delivery, Record2<Long, Integer>>> upsert(DSLContext ctx) {
        return UPSERT.rows(new Delivery("a", 1)).returning(BOOK.ID, BOOK.STOCK).fetchRows(ctx);
    }
}
