import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;

class EveryFunctionOnNumbers {
    record Delivery(long id, int i, BigDecimal b, double d) {}

    static final BulkUpdate<BookRecord, Delivery> A = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ID).from(Delivery::id)
            .set(BOOK.STOCK, incr()).from(Delivery::i)
            .set(BOOK.PRICE, decr()).from(Delivery::b)
            .set(BOOK.RATING, greatest()).from(Delivery::d)
            .set(BOOK.AUTHOR_ID, ifNull()).from(Delivery::i);

    static final BulkUpdate<BookRecord, Delivery> B = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ID).from(Delivery::id)
            .set(BOOK.STOCK, eqNotNull()).from(Delivery::i)
            .set(BOOK.PRICE, least()).from(Delivery::b);
}
