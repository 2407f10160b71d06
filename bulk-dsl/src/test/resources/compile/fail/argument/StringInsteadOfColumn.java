import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class StringInsteadOfColumn {
    record Renaming(long id, String title) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key("id").from(Renaming::id) // error: cant.apply.symbols
            .set(BOOK.TITLE).from(Renaming::title);
}
