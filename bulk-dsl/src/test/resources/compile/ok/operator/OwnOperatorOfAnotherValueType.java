import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

class OwnOperatorOfAnotherValueType {
    static final class HasTag implements KeyOperator<String[], String> {
        @Override
        public Condition match(Field<String[]> column, Field<String> incoming) {
            return incoming.eq(DSL.any(column));
        }

        @Override
        public DataType<String> incomingType(DataType<String[]> column) {
            return SQLDataType.CLOB;
        }
    }

    record Rule(String tag, boolean discontinued) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.TAGS, new HasTag()).from(Rule::tag)
            .set(BOOK.DISCONTINUED).from(Rule::discontinued);
}
