import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;

class ListForArray {
    record Tagging(long id, List<String> tags) {}

    static final BulkUpdate<BookRecord, Tagging> TAG = bulkUpdate(BOOK, Tagging.class)
            .key(BOOK.ID).from(Tagging::id)
            .set(BOOK.TAGS).from(Tagging::tags); // error: prob.found.req
}
