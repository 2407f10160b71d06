import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class SecondSetOfAnotherTable {
    record Renaming(long id, String title, String name) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(BOOK.ID).from(Renaming::id)
            .set(BOOK.TITLE).from(Renaming::title)
            .set(AUTHOR.NAME).from(Renaming::name); // error: cant.resolve.location.args
}
