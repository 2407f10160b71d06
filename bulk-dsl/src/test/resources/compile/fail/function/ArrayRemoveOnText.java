import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class ArrayRemoveOnText {
    record Renaming(long id, String word) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(BOOK.ID).from(Renaming::id)
            .set(BOOK.TITLE, arrayRemove()).from(Renaming::word); // error: cant.resolve.location.args
}
