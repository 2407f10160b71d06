import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.DataType;
import org.jooq.Field;

class OwnSetFunction {
    static final class Average implements SetFunction<Double, Double> {
        @Override
        public Field<Double> apply(Field<Double> current, Field<Double> incoming) {
            return current.plus(incoming).div(2);
        }

        @Override
        public DataType<Double> incomingType(DataType<Double> column) {
            return column;
        }
    }

    record Review(long id, double rating) {}

    static final BulkUpdate<BookRecord, Review> RATE = bulkUpdate(BOOK, Review.class)
            .key(BOOK.ID).from(Review::id)
            .set(BOOK.RATING, new Average()).from(Review::rating);
}
