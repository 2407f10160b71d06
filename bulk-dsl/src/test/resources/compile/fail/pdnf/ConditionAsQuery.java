import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.DSLContext;

class ConditionAsQuery {
    record Wanted(String title) {}

    int wanted(List<Wanted> rows, DSLContext ctx) {
        return pdnf(Wanted.class).key(BOOK.TITLE).from(Wanted::title).rows(rows).execute(ctx); // error: cant.resolve.location.args
    }
}
