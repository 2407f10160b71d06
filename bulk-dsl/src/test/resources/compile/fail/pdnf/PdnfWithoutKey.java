import static io.bulkdsl.BulkDSL.*;

import java.util.List;
import org.jooq.Condition;

class PdnfWithoutKey {
    record Wanted(String title) {}

    Condition wanted(List<Wanted> rows) {
        return pdnf(Wanted.class).rows(rows); // error: cant.resolve.location.args
    }
}
