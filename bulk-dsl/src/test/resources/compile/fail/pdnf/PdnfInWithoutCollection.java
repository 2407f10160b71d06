import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.Condition;

class PdnfInWithoutCollection {
    record Wanted(long id) {}

    Condition wanted(List<Wanted> rows) {
        return pdnf(Wanted.class).key(BOOK.ID, in()).from(Wanted::id).rows(rows); // error: prob.found.req
    }
}
