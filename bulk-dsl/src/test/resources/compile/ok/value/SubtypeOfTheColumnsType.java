import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;

class SubtypeOfTheColumnsType {
    static class Money extends BigDecimal {
        private static final long serialVersionUID = 1;

        Money(String value) {
            super(value);
        }
    }

    record Quote(long id, Money price) {}

    static final BulkUpdate<BookRecord, Quote> REPRICE = bulkUpdate(BOOK, Quote.class)
            .key(BOOK.ID).from(Quote::id)
            .set(BOOK.PRICE).from(Quote::price);
}
