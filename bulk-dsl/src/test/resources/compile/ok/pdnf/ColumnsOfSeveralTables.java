import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.Iterator;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.impl.DSL;

class ColumnsOfSeveralTables {
    record Wanted(String name, int stock) {}

    Result<Record1<Long>> wanted(Iterator<Wanted> wanted, DSLContext ctx) {
        return ctx.select(BOOK.ID)
                .from(BOOK)
                .join(AUTHOR)
                .on(BOOK.AUTHOR_ID.eq(AUTHOR.ID))
                .where(pdnf(Wanted.class)
                        .key(DSL.lower(AUTHOR.NAME)).from(Wanted::name)
                        .key(BOOK.STOCK, ge()).from(Wanted::stock)
                        .rows(wanted))
                .fetch();
    }
}
