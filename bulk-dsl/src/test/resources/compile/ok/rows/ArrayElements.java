import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class ArrayElements {
    static final BulkUpdate<BookRecord, String[]> LINES = bulkUpdate(BOOK, String[].class)
            .key(BOOK.ISBN).from(line -> line[0])
            .set(BOOK.STOCK).from(line -> Integer.valueOf(line[1]));

    void read(List<String[]> lines, DSLContext ctx) {
        LINES.rows(lines).execute(ctx);
        LINES.rows(lines.stream()).execute(ctx);
    }
}
