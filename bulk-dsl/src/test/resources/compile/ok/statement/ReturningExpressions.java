import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

class ReturningExpressions {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.STOCK);

    Map<Long, String> update(List<BookRecord> records, DSLContext ctx) {
        return UPDATE.rows(records)
                .returning(BOOK.ID, DSL.upper(BOOK.TITLE).as("title"))
                .fetch(ctx)
                .intoMap(Record2::value1, Record2::value2);
    }
}
