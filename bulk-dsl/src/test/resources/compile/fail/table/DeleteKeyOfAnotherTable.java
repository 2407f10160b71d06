import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DeleteKeyOfAnotherTable {
    record Gone(int id) {}

    static final BulkDelete<BookRecord, Gone> REMOVE = bulkDelete(BOOK, Gone.class)
            .key(AUTHOR.ID).from(Gone::id); // error: cant.resolve.location.args
}
