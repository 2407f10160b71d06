import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.Condition;

class PdnfWithoutFrom {
    record Wanted(String title) {}

    Condition wanted(List<Wanted> rows) {
        return pdnf(Wanted.class).key(BOOK.TITLE).rows(rows); // error: cant.resolve.location.args
    }
}
