import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.impl.DSL;

class EveryFunctionOnRecords {
    static final BulkUpdateOfRecords<BookRecord> UPDATE = bulkUpdate(BOOK)
            .keys(BOOK.ID)
            .set(BOOK.TITLE, concat())
            .set(BOOK.STOCK, incr())
            .set(BOOK.PRICE, decr())
            .set(BOOK.RATING, greatest())
            .set(BOOK.TAGS, union())
            .set(BOOK.NOTES, jsonbConcat())
            .set(BOOK.AUTHOR_ID, ifNull())
            .set(BOOK.DISCONTINUED, eqNotNull())
            .set(BOOK.ISBN, expr((current, incoming) -> DSL.coalesce(incoming, current)))
            .set(BOOK.RESTOCKED_AT, now());
}
