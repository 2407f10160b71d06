import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DeleteSecondKeyWithOperatorOfAnotherTable {
    record Gone(String isbn, int id) {}

    static final BulkDelete<BookRecord, Gone> REMOVE = bulkDelete(BOOK, Gone.class)
            .key(BOOK.ISBN).from(Gone::isbn)
            .key(AUTHOR.ID, ge()).from(Gone::id); // error: cant.resolve.location.args
}
