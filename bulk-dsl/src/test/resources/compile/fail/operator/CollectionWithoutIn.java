import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Set;

class CollectionWithoutIn {
    record Rule(Set<Long> ids, int stock) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID).from(Rule::ids) // error: prob.found.req
            .set(BOOK.STOCK).from(Rule::stock);
}
