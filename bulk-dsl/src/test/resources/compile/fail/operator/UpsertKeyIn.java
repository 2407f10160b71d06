import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;
import java.util.List;

class UpsertKeyIn {
    record Price(List<String> isbns, BigDecimal price) {}

    static final BulkUpsert<BookRecord, Price> UPSERT = bulkUpsert(BOOK, Price.class)
            .key(BOOK.ISBN, in()).from(Price::isbns) // error: cant.resolve.location.args
            .set(BOOK.PRICE).from(Price::price);
}
