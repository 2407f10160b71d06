// lines <= 10
import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertFilledByDatabaseOfAnotherTable {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ID).from(delivery -> 1L)
            .set(BOOK.STOCK).from(Delivery::copies)
            .filledByDatabase(BOOK.ISBN, MEMBER.NAME); // error: cant.apply.symbol
}
