import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class ConditionAsStatement {
    record Wanted(String title) {}

    BulkStatement<Wanted> wanted(List<Wanted> rows) {
        return pdnf(Wanted.class).key(BOOK.TITLE).from(Wanted::title).rows(rows); // error: prob.found.req
    }
}
