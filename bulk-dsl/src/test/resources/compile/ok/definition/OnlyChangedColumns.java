import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class OnlyChangedColumns {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies)
            .set(BOOK.TITLE).from(Delivery::isbn)
            .onlyChanged(BOOK.STOCK);

    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.STOCK, BOOK.TAGS, BOOK.PRICE)
            .onlyChanged(BOOK.STOCK, BOOK.TAGS, BOOK.PRICE);

    static final BulkUpsert<BookRecord, Delivery> UPSERT = bulkUpsert(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies)
            .setWhenChanged(BOOK.RESTOCKED_AT, now())
            .onlyChanged(BOOK.STOCK);

    static final BulkUpsertOfRecords<BookRecord> SAVE = bulkUpsert(BOOK)
            .keys(BOOK.ISBN)
            .set(BOOK.STOCK, BOOK.TITLE)
            .onlyChanged(BOOK.STOCK, BOOK.TITLE);
}
