import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.io.IOException;

class FromOrDefaultThrowsCheckedException {
    record Draft(String isbn) {
        Integer copies() throws IOException {
            throw new IOException();
        }
    }

    static final BulkInsert<BookRecord, Draft> INSERT = bulkInsert(BOOK, Draft.class)
            .set(BOOK.STOCK).fromOrDefault(Draft::copies); // error: incompatible.thrown.types.in.mref
}
