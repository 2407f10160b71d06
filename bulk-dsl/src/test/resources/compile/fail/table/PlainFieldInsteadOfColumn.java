import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.Field;

class PlainFieldInsteadOfColumn {
    static final Field<String> TITLE = BOOK.TITLE;

    record Renaming(long id, String title) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(BOOK.ID).from(Renaming::id)
            .set(TITLE).from(Renaming::title); // error: cant.resolve.location.args
}
