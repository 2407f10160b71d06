import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.contract.KeyOperator;
import java.util.List;
import org.jooq.Condition;

class OperatorForTextOnNumber {
    static final KeyOperator<String, String> AFTER = gt();

    record Wanted(int stock) {}

    Condition wanted(List<Wanted> rows) {
        return pdnf(Wanted.class).key(BOOK.STOCK, AFTER).from(Wanted::stock).rows(rows); // error: cant.resolve.location.args
    }
}
