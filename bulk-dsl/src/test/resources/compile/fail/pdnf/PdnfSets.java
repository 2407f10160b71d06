import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.Condition;

class PdnfSets {
    record Wanted(String title, int stock) {}

    Condition wanted(List<Wanted> rows) {
        return pdnf(Wanted.class)
                .key(BOOK.TITLE).from(Wanted::title)
                .set(BOOK.STOCK).from(Wanted::stock) // error: cant.resolve.location.args
                .rows(rows);
    }
}
