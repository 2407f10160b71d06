import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.impl.DSL;

class WhereWithSubquery {
    record Delivery(String isbn, int copies) {}

    BulkUpdate<BookRecord, Delivery> restock(LocalDate since) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK, incr()).from(Delivery::copies)
                .where(BOOK.AUTHOR_ID.in(DSL.select(AUTHOR.ID).from(AUTHOR).where(AUTHOR.BORN.ge(since))))
                .where(BOOK.PRICE.gt(BigDecimal.ZERO));
    }
}
