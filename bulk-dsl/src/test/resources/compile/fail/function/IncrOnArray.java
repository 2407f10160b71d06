import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class IncrOnArray {
    record Tagging(long id, String[] tags) {}

    static final BulkUpdate<BookRecord, Tagging> TAG = bulkUpdate(BOOK, Tagging.class)
            .key(BOOK.ID).from(Tagging::id)
            .set(BOOK.TAGS, incr()).from(Tagging::tags); // error: cant.resolve.location.args
}
