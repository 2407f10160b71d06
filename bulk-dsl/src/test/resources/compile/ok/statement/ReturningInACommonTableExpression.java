import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.ResultQuery;

class ReturningInACommonTableExpression {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    int count(List<Delivery> deliveries, DSLContext ctx) {
        ResultQuery<Record2<Long, Integer>> query = RESTOCK.rows(deliveries).returning(BOOK.ID, BOOK.STOCK).query();
        return ctx.with("changed").as(query).selectCount().from("changed").fetchSingle().value1();
    }
}
