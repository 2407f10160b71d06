import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

class OwnGenericSetFunction {
    static final class Times<T extends Number> implements SetFunction<T, Integer> {
        @Override
        public Field<T> apply(Field<T> current, Field<Integer> incoming) {
            return current.times(incoming);
        }

        @Override
        public DataType<Integer> incomingType(DataType<T> column) {
            return SQLDataType.INTEGER;
        }

        @Override
        public Optional<BinaryOperator<Integer>> fold(DataType<T> column) {
            return Optional.of(Math::multiplyExact);
        }
    }

    record Factor(long id, int factor) {}

    static final BulkUpdate<BookRecord, Factor> TIMES = bulkUpdate(BOOK, Factor.class)
            .key(BOOK.ID).from(Factor::id)
            .set(BOOK.STOCK, new Times<>()).from(Factor::factor)
            .set(BOOK.PRICE, new Times<>()).from(Factor::factor);
}
