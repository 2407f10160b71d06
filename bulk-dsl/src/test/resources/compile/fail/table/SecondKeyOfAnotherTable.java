import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class SecondKeyOfAnotherTable {
    record Renaming(long id, int author, String title) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(BOOK.ID).from(Renaming::id)
            .key(AUTHOR.ID).from(Renaming::author) // error: cant.resolve.location.args
            .set(BOOK.TITLE).from(Renaming::title);
}
