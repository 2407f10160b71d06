import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Bounds;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class BetweenWithOtherBounds {
    record Rule(int first, int last, int stock) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, between()).from(r -> Bounds.of(r.first(), r.last())) // error: prob.found.req
            .set(BOOK.STOCK).from(Rule::stock);
}
