import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertRecordsSetWhenChangedNowOnText {
    static final BulkUpsertOfRecords<BookRecord> SAVE = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.STOCK)
            .setWhenChanged(BOOK.TITLE, now())
            .onlyChanged(); // error: cant.resolve.location.args
}
