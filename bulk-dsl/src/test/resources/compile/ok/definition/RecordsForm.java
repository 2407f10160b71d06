import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Collection;
import org.jooq.DSLContext;

class RecordsForm {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.TITLE)
            .set(BOOK.STOCK, incr())
            .set(BOOK.RESTOCKED_AT, now());

    int update(Collection<BookRecord> records, DSLContext ctx) {
        return UPDATE.rows(records).execute(ctx);
    }
}
