import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class FunctionChosenInPlace {
    record Renaming(long id, String title) {}

    BulkUpdate<BookRecord, Renaming> rename(boolean add) {
        return bulkUpdate(BOOK, Renaming.class)
                .key(BOOK.ID).from(Renaming::id)
                .set(BOOK.TITLE, add ? concat() : eqNotNull()).from(Renaming::title);
    }
}
