import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Result;

class InSelect {
    record Wanted(Set<Long> ids, String title) {}

    Result<BookRecord> wanted(List<Wanted> wanted, DSLContext ctx) {
        return ctx.selectFrom(BOOK)
                .where(pdnf(Wanted.class)
                        .key(BOOK.ID, in()).from(Wanted::ids)
                        .key(BOOK.TITLE).from(Wanted::title)
                        .rows(wanted))
                .orderBy(BOOK.ID)
                .fetch();
    }
}
