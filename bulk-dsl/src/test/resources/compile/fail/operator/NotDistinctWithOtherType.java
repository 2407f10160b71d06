import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class NotDistinctWithOtherType {
    record Rule(String author, int stock) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.AUTHOR_ID, notDistinct()).from(Rule::author) // error: prob.found.req
            .set(BOOK.STOCK).from(Rule::stock);
}
