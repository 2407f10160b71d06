import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.DSLContext;

class QueryAsRows {
    int copy(DSLContext source, DSLContext target) {
        return bulkUpdate(BOOK)
                .keys(BOOK.ID)
                .set(BOOK.STOCK)
                .rows(source.selectFrom(BOOK).where(BOOK.STOCK.isNotNull()))
                .execute(target);
    }
}
