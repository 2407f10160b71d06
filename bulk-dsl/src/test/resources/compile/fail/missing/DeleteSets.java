import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DeleteSets {
    record Gone(String isbn) {}

    static final BulkDelete<BookRecord, Gone> REMOVE = bulkDelete(BOOK, Gone.class)
            .key(BOOK.ISBN).from(Gone::isbn)
            .set(BOOK.STOCK).from(gone -> 0); // error: cant.resolve.location.args
}
