import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

class OwnOperatorForTextOnNumber {
    static class StartsWith implements KeyOperator<String, String> {
        @Override
        public Condition match(Field<String> column, Field<String> incoming) {
            return column.startsWith(incoming);
        }

        @Override
        public DataType<String> incomingType(DataType<String> column) {
            return column;
        }
    }

    record Rule(String prefix, int stock) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, new StartsWith()).from(Rule::prefix) // error: cant.resolve.location.args
            .set(BOOK.STOCK).from(Rule::stock);
}
