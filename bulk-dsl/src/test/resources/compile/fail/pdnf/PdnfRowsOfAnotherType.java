import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import java.util.List;
import org.jooq.Condition;

class PdnfRowsOfAnotherType {
    record Wanted(String title) {}

    Condition wanted(List<String> titles) {
        return pdnf(Wanted.class).key(BOOK.TITLE).from(Wanted::title).rows(titles); // error: cant.apply.symbols
    }
}
