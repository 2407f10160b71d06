import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.DataType;
import org.jooq.Field;

class OwnFunctionForLongOnInteger {
    static class Add implements SetFunction<Long, Long> {
        @Override
        public Field<Long> apply(Field<Long> current, Field<Long> incoming) {
            return current.plus(incoming);
        }

        @Override
        public DataType<Long> incomingType(DataType<Long> column) {
            return column;
        }
    }

    record Delivery(String isbn, long copies) {}

    static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ISBN).from(Delivery::isbn)
            .set(BOOK.STOCK, new Add()).from(Delivery::copies); // error: cant.resolve.location.args
}
