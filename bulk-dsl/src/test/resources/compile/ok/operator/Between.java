import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Bounds;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.time.OffsetDateTime;

class Between {
    record Rule(long first, long last, Bounds<OffsetDateTime> time) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, between()).from(r -> Bounds.of(r.first(), r.last()))
            .key(BOOK.STOCK, between()).from(r -> new Bounds<>(0, 9))
            .key(BOOK.RESTOCKED_AT, between()).from(Rule::time)
            .set(BOOK.DISCONTINUED).from(r -> true);
}
