import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.Condition;

class LongForSecondColumn {
    record Wanted(String title, long stock) {}

    Condition wanted(List<Wanted> rows) {
        return pdnf(Wanted.class)
                .key(BOOK.TITLE).from(Wanted::title)
                .key(BOOK.STOCK).from(Wanted::stock) // error: prob.found.req
                .rows(rows);
    }
}
