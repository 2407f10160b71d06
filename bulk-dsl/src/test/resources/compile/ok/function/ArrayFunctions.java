import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;

class ArrayFunctions {
    record Tagging(long id, String[] tags, String tag) {}

    static final BulkUpdate.SetStep<BookRecord, Tagging> BY_ID =
            bulkUpdate(BOOK, Tagging.class).key(BOOK.ID).from(Tagging::id);

    static final List<BulkUpdate<BookRecord, Tagging>> UPDATES = List.of(
            BY_ID.set(BOOK.TAGS, union()).from(Tagging::tags),
            BY_ID.set(BOOK.TAGS, append()).from(Tagging::tags),
            BY_ID.set(BOOK.TAGS, prepend()).from(Tagging::tags),
            BY_ID.set(BOOK.TAGS, arrayRemove()).from(Tagging::tag));
}
