import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.Operators;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.math.BigDecimal;

class EveryComparison {
    record Rule(long id, int stock, String title, BigDecimal price, double rating, String isbn, Integer author) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, ge()).from(Rule::id)
            .key(BOOK.STOCK, lt()).from(Rule::stock)
            .key(BOOK.PRICE, le()).from(Rule::price)
            .key(BOOK.RATING, gt()).from(Rule::rating)
            .key(BOOK.TITLE, ne()).from(Rule::title)
            .key(BOOK.ISBN, Operators.eq()).from(Rule::isbn)
            .key(BOOK.AUTHOR_ID, notDistinct()).from(Rule::author)
            .set(BOOK.DISCONTINUED).from(r -> true);
}
