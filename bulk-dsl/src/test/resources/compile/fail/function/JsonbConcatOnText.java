import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class JsonbConcatOnText {
    record Renaming(long id, String title) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(BOOK.ID).from(Renaming::id)
            .set(BOOK.TITLE, jsonbConcat()).from(Renaming::title); // error: cant.resolve.location.args
}
