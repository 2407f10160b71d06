import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

class ExprOfAnotherType {
    record Cut(long id, int length) {}

    static final BulkUpdate<BookRecord, Cut> CUT = bulkUpdate(BOOK, Cut.class)
            .key(BOOK.ID).from(Cut::id)
            .set(BOOK.TITLE, expr(SQLDataType.INTEGER, (current, length) -> DSL.left(current, length))).from(Cut::length);
}
