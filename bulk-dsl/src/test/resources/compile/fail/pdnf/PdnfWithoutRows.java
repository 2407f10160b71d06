import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import org.jooq.Condition;

class PdnfWithoutRows {
    record Wanted(String title) {}

    Condition wanted = pdnf(Wanted.class).key(BOOK.TITLE).from(Wanted::title); // error: prob.found.req
}
