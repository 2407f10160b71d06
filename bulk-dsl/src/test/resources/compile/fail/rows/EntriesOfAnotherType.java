import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Map;
import org.jooq.DSLContext;

class EntriesOfAnotherType {
    @SuppressWarnings("unchecked")
    static final Class<Map.Entry<String, Integer>> ENTRY = (Class<Map.Entry<String, Integer>>) (Class<?>) Map.Entry.class;

    static final BulkUpdate<BookRecord, Map.Entry<String, Integer>> RESTOCK = bulkUpdate(BOOK, ENTRY)
            .key(BOOK.ISBN).from(Map.Entry::getKey)
            .set(BOOK.STOCK).from(Map.Entry::getValue);

    int restock(Map<String, Long> copies, DSLContext ctx) {
        return RESTOCK.rows(copies.entrySet()).execute(ctx); // error: cant.apply.symbols
    }
}
