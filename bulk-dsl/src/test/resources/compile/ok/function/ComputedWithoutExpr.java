import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.impl.DSL;

class ComputedWithoutExpr {
    record Shout(long id) {}

    static final BulkUpdate<BookRecord, Shout> SHOUT = bulkUpdate(BOOK, Shout.class)
            .key(BOOK.ID).from(Shout::id)
            .set(BOOK.TITLE, current -> DSL.upper(current))
            .set(BOOK.DISCONTINUED, current -> DSL.inline(true));
}
