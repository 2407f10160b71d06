import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.lower;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.testdb.public_.tables.records.AccountRecord;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

class OwnEquality {
    static final class Caseless implements EqualityOperator<String> {
        @Override
        public Condition match(Field<String> column, Field<String> incoming) {
            return lower(column).eq(lower(incoming));
        }

        @Override
        public DataType<String> incomingType(DataType<String> column) {
            return column;
        }

        @Override
        public Field<String> compared(Field<String> columnOrValue) {
            return lower(columnOrValue);
        }
    }

    static final GetOrCreate<AccountRecord, String> ACCOUNTS =
            getOrCreate(ACCOUNT, String.class).key(ACCOUNT.EMAIL, new Caseless()).from(email -> email);
}
