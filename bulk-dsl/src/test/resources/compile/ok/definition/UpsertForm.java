import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jooq.DSLContext;

class UpsertForm {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.TITLE).from(Delivery::isbn)
            .set(BOOK.STOCK, incr()).from(Delivery::copies)
            .set(BOOK.RESTOCKED_AT, now())
            .setOnInsert(BOOK.PRICE).from(delivery -> BigDecimal.ONE)
            .setOnUpdate(BOOK.DISCONTINUED, expr(discontinued -> inline(false)))
            .where(BOOK.DISCONTINUED.isFalse())
            .onlyChanged();

    int upsert(Stream<Delivery> deliveries, DSLContext ctx) {
        return UPSERT.rows(deliveries).execute(ctx);
    }
}
