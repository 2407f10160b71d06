import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.impl.DSL;

class KeyIsExpression {
    record Renaming(String isbn, String title) {}

    static final BulkUpdate<BookRecord, Renaming> RENAME = bulkUpdate(BOOK, Renaming.class)
            .key(DSL.lower(BOOK.ISBN)).from(Renaming::isbn) // error: cant.resolve.location.args
            .set(BOOK.TITLE).from(Renaming::title);
}
