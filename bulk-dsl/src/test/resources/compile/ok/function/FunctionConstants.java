import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.impl.DSL;

class FunctionConstants {
    static final SetFunction<Integer, Integer> ADD = incr();

    static final SetFunction<Integer, Integer> CLAMPED =
            expr((current, incoming) -> DSL.greatest(current.plus(incoming), DSL.inline(0)));

    record Delivery(long id, int copies) {}

    BulkUpdate<BookRecord, Delivery> restock(boolean clamp) {
        return bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.ID).from(Delivery::id)
                .set(BOOK.STOCK, clamp ? CLAMPED : ADD).from(Delivery::copies);
    }
}
