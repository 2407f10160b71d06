import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.conf.ParamType;

class SqlWithoutDatabase {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    void print(Delivery delivery) {
        BulkStatement<Delivery> statement = RESTOCK.rows(delivery);
        String sql = statement.getSQL();
        String inlined = statement.getSQL(ParamType.INLINED);
        List<Object> binds = statement.getBindValues();
        System.out.println(sql + inlined + binds);
    }
}
