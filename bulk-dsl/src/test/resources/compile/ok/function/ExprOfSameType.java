import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.Field;

class ExprOfSameType {
    record Delivery(long id, int factor) {}

    static final BulkUpdate<BookRecord, Delivery> TIMES = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ID).from(Delivery::id)
            .set(BOOK.STOCK, expr((current, factor) -> current.times(factor))).from(Delivery::factor)
            .set(BOOK.AUTHOR_ID, expr(Field::plus)).from(Delivery::factor);
}
