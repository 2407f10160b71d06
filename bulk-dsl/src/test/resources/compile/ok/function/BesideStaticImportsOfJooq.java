import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static org.jooq.impl.DSL.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class BesideStaticImportsOfJooq {
    record Delivery(long id, String title) {}

    static final BulkUpdate<BookRecord, Delivery> UPDATE = bulkUpdate(BOOK, Delivery.class)
            .key(BOOK.ID).from(Delivery::id)
            .set(BOOK.TITLE, concat()).from(Delivery::title)
            .set(BOOK.ISBN, expr(current -> lower(current)))
            .set(BOOK.RESTOCKED_AT, now())
            .where(exists(selectOne().where(BOOK.STOCK.gt(inline(0)))));
}
