import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class IsNull {
    record Rule(boolean untitled, Boolean unpriced) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.TITLE, isNull()).from(Rule::untitled)
            .key(BOOK.PRICE, isNull()).from(Rule::unpriced)
            .set(BOOK.DISCONTINUED).from(r -> true);
}
