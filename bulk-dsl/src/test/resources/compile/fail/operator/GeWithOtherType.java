import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class GeWithOtherType {
    record Rule(int minId, int stock) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, ge()).from(Rule::minId) // error: prob.found.req
            .set(BOOK.STOCK).from(Rule::stock);
}
