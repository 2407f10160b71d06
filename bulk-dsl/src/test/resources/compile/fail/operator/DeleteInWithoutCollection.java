import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DeleteInWithoutCollection {
    record Gone(long id) {}

    static final BulkDelete<BookRecord, Gone> REMOVE = bulkDelete(BOOK, Gone.class)
            .key(BOOK.ID, in()).from(Gone::id); // error: prob.found.req
}
