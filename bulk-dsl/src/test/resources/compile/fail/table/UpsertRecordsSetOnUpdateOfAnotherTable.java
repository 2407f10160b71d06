import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertRecordsSetOnUpdateOfAnotherTable {
    static final BulkUpsertOfRecords<BookRecord> SAVE = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.TITLE)
            .setOnUpdate(HIT.HITS)
            .onlyChanged(); // error: cant.resolve.location.args
}
