import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;

class LambdasAndMethodReferences {
    static class Delivery {
        String isbn = "";
        int copies;

        static String title(Delivery delivery) {
            return delivery.isbn.toUpperCase();
        }

        BigDecimal price() {
            return BigDecimal.ONE;
        }
    }

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(d -> d.isbn)
            .set(BOOK.STOCK).from(d -> d.copies + 1)
            .set(BOOK.TITLE).from(Delivery::title)
            .set(BOOK.PRICE).from(Delivery::price)
            .set(BOOK.RATING).from(d -> {
                double rating = d.copies;
                return rating / 2;
            });
}
