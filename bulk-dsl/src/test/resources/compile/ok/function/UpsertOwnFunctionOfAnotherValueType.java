import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

class UpsertOwnFunctionOfAnotherValueType {
    record Naming(String isbn, int number) {}

    /** Numbers a title. */
    static final class Numbered implements SetFunction<String, Integer> {
        @Override
        public Field<String> apply(Field<String> current, Field<Integer> incoming) {
            return DSL.concat(current, incoming.cast(String.class));
        }

        @Override
        public DataType<Integer> incomingType(DataType<String> column) {
            return SQLDataType.INTEGER;
        }
    }

    static final BulkUpsert<BookRecord, Naming> NAME = bulkUpsert(BOOK, Naming.class)
            .key(BOOK.ISBN).from(Naming::isbn)
            .set(BOOK.TITLE, new Numbered()).from(Naming::number);
}
