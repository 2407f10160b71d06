import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.DSLContext;

class InsertNoSet {
    record Delivery(String isbn, int copies) {}

    int insert(List<Delivery> deliveries, DSLContext ctx) {
        return bulkInsert(BOOK, Delivery.class).rows(deliveries).execute(ctx); // error: cant.resolve.location.args
    }
}
