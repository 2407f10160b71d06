import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.Condition;

class PdnfStringForInteger {
    record Wanted(String stock) {}

    Condition wanted(List<Wanted> rows) {
        return pdnf(Wanted.class).key(BOOK.STOCK).from(Wanted::stock).rows(rows); // error: prob.found.req
    }
}
