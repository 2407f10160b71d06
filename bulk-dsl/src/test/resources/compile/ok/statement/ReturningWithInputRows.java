import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.Returned;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;

class ReturningWithInputRows {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK, incr()).from(Delivery::copies);

    void restock(List<Delivery> deliveries, DSLContext ctx) {
        List<Returned<Delivery, Record1<Integer>>> returned =
                RESTOCK.rows(deliveries).returning(BOOK.STOCK).fetchRows(ctx);
        for (Returned<Delivery, Record1<Integer>> row : returned) {
            int stock = row.record().value1();
            System.out.println(row.rowNumber() + " " + row.element().isbn() + " " + stock);
        }
    }
}
