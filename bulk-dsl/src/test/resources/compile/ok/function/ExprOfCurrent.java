import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.impl.DSL;

class ExprOfCurrent {
    record Shout(long id) {}

    static final BulkUpdate<BookRecord, Shout> SHOUT = bulkUpdate(BOOK, Shout.class)
            .key(BOOK.ID).from(Shout::id)
            .set(BOOK.TITLE, expr(current -> DSL.upper(current)))
            .set(BOOK.ISBN, expr(DSL::lower))
            .set(BOOK.STOCK, expr(current -> current.plus(1)))
            .set(BOOK.RESTOCKED_AT, expr(current -> DSL.currentOffsetDateTime()));
}
