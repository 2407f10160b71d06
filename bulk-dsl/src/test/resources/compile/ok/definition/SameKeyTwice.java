import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class SameKeyTwice {
    record Range(long first, long last, int stock) {}

    static final BulkUpdate<BookRecord, Range> RANGES = bulkUpdate(BOOK, Range.class)
            .key(BOOK.ID, ge()).from(Range::first)
            .key(BOOK.ID, lt()).from(Range::last)
            .set(BOOK.STOCK).from(Range::stock);
}
