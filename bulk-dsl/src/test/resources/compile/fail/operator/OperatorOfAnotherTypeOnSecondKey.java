import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class OperatorOfAnotherTypeOnSecondKey {
    static final KeyOperator<Long, Long> AT_LEAST = ge();

    record Rule(long id, long stock) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID).from(Rule::id)
            .key(BOOK.STOCK, AT_LEAST).from(Rule::stock) // error: cant.resolve.location.args
            .set(BOOK.DISCONTINUED).from(r -> true);
}
