import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertSetOnUpdate {
    record Delivery(String isbn, int copies) {}

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .setOnUpdate(BOOK.STOCK, incr()).from(Delivery::copies)
            .setOnUpdate(BOOK.TITLE).from(Delivery::isbn)
            .setOnUpdate(BOOK.RESTOCKED_AT, now())
            .setOnInsert(BOOK.DISCONTINUED).from(delivery -> false);

    static final BulkUpsertOfRecords<BookRecord> SAVE = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.TITLE)
            .setOnUpdate(BOOK.STOCK)
            .setOnUpdate(BOOK.TAGS, union())
            .setOnUpdate(BOOK.RESTOCKED_AT, now());
}
