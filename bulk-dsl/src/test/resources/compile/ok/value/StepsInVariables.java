import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.FromOrDefaultStep;
import io.bulkdsl.FromStep;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class StepsInVariables {
    record Delivery(String isbn, int copies) {}

    FromOrDefaultStep<Delivery, Integer, BulkInsert<BookRecord, Delivery>> stock =
            bulkInsert(BOOK, Delivery.class).set(BOOK.STOCK);

    FromStep<Delivery, Integer, BulkInsert<BookRecord, Delivery>> narrower = stock;

    BulkInsert<BookRecord, Delivery> given = stock.from(Delivery::copies);

    BulkInsert<BookRecord, Delivery> orDefault = stock.fromOrDefault(delivery -> delivery.copies() > 0 ? 1 : null);

    BulkUpdate<BookRecord, Delivery> chosen(boolean adding) {
        var key = bulkUpdate(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);
        var step = adding ? key.set(BOOK.STOCK, incr()) : key.set(BOOK.STOCK);
        return step.from(Delivery::copies);
    }
}
