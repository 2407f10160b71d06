import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class KeyWithOperatorOfAnotherTable {
    record Renaming(int id, String title) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(AUTHOR.ID, ge()).from(Renaming::id) // error: cant.resolve.location.args
            .set(BOOK.TITLE).from(Renaming::title);
}
