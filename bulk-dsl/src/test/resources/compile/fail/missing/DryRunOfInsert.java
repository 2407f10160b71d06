import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.Totals;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class DryRunOfInsert {
    record Delivery(String isbn, int copies) {}

    static final BulkInsert<BookRecord, Delivery> INSERT = bulkInsert(BOOK, Delivery.class)
            .set(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    Totals dryRun(List<Delivery> deliveries, DSLContext ctx) {
        return INSERT.rows(deliveries).dryRun(ctx); // error: cant.resolve.location.args
    }
}
