import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDSL;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Map;
import org.jooq.DSLContext;

class GenericElements {
    static final BulkUpdate<BookRecord, Map.Entry<String, Integer>> RESTOCK = BulkDSL
            .<BookRecord, Map.Entry<String, Integer>>bulkUpdate(BOOK, Map.Entry.class)
            .key(BOOK.ISBN).from(Map.Entry::getKey)
            .set(BOOK.STOCK, incr()).from(Map.Entry::getValue);

    int restock(Map<String, Integer> copies, DSLContext ctx) {
        return RESTOCK.rows(copies.entrySet()).execute(ctx);
    }
}
