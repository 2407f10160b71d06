import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.Condition;

class WithinOtherConditions {
    record Wanted(String title) {}

    Condition wanted(Wanted... wanted) {
        Condition titles = pdnf(Wanted.class).key(BOOK.TITLE).from(Wanted::title).rows(wanted);
        return titles.not().or(BOOK.STOCK.eq(0));
    }
}
