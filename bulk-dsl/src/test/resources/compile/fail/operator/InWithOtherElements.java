import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;

class InWithOtherElements {
    record Rule(List<Integer> ids, int stock) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, in()).from(Rule::ids) // error: prob.found.req
            .set(BOOK.STOCK).from(Rule::stock);
}
