import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import java.util.stream.Stream;

class EveryContainer {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK).from(Delivery::copies);

    List<BulkStatement<Delivery>> statements(List<Delivery> list, Delivery[] array, Iterable<Delivery> iterable) {
        return List.of(
                RESTOCK.rows(list),
                RESTOCK.rows(list.stream()),
                RESTOCK.rows(list.iterator()),
                RESTOCK.rows(array),
                RESTOCK.rows(iterable),
                RESTOCK.rows(),
                RESTOCK.rows(List.of()),
                RESTOCK.rows(Stream.of("a", "b").map(isbn -> new Delivery(isbn, 1))),
                RESTOCK.rows(new Delivery("a", 1)),
                RESTOCK.rows(new Delivery("a", 1), new Delivery("b", 2)));
    }
}
