import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.DSLContext;

class GetOrCreateNoKeyThenRows {
    Object tags(List<String> names, DSLContext ctx) {
        return getOrCreate(TAG, String.class).rows(names).fetchOutcomes(ctx); // error: cant.resolve.location.args
    }
}
