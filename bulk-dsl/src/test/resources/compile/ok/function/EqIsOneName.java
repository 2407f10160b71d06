import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class EqIsOneName {
    record Delivery(String isbn, int copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN, eq()).from(Delivery::isbn)
            .set(BOOK.STOCK, eq()).from(Delivery::copies);

    static final SetFunction<Integer, Integer> ASSIGN = eq();

    static final KeyOperator<String, String> EQUAL = eq();
}
