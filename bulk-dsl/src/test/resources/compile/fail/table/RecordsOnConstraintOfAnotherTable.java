import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.Keys;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class RecordsOnConstraintOfAnotherTable {
    static final BulkUpsertOfRecords<BookRecord> SAVE = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.STOCK)
            .onConstraint(Keys.AUTHOR_PKEY); // error: cant.apply.symbols
}
