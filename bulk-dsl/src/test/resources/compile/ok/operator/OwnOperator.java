import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

class OwnOperator {
    static final class StartsWith implements KeyOperator<String, String> {
        @Override
        public Condition match(Field<String> column, Field<String> incoming) {
            return column.startsWith(incoming);
        }

        @Override
        public DataType<String> incomingType(DataType<String> column) {
            return SQLDataType.CLOB;
        }
    }

    record Rule(String prefix) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ISBN, new StartsWith()).from(Rule::prefix)
            .set(BOOK.DISCONTINUED).from(r -> true);

    Condition starting(List<Rule> rules) {
        return pdnf(Rule.class).key(BOOK.ISBN, new StartsWith()).from(Rule::prefix).rows(rules);
    }
}
