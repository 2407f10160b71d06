import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertRecords {
    static final BulkUpsertOfRecords<BookRecord> SAVE = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.TITLE, BOOK.PRICE, BOOK.NOTES)
            .set(BOOK.STOCK, incr())
            .setOnInsert(BOOK.DISCONTINUED)
            .setWhenChanged(BOOK.RESTOCKED_AT, now())
            .onlyChanged();
}
