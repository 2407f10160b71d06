import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.BulkDeleteOfRecords;
import io.bulkdsl.contract.Bounds;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Collection;

class DeleteWithOperators {
    record Rule(long from, long to, Collection<String> isbns, Bounds<Integer> stock) {}

    static final BulkDelete<BookRecord, Rule> CLEAR = bulkDelete(BOOK, Rule.class)
            .key(BOOK.ID, ge()).from(Rule::from)
            .key(BOOK.ID, lt()).from(Rule::to)
            .key(BOOK.ISBN, in()).from(Rule::isbns)
            .key(BOOK.STOCK, between()).from(Rule::stock)
            .key(BOOK.TITLE, isNull()).from(rule -> true)
            .key(BOOK.RATING, notDistinct()).from(rule -> null);

    static final BulkDeleteOfRecords<BookRecord> CHEAPER =
            bulkDelete(BOOK).key(BOOK.ISBN, eq()).key(BOOK.PRICE, le());
}
