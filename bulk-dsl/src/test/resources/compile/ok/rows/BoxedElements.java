import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

class BoxedElements {
    static final BulkUpdate<BookRecord, Long> TOUCH = bulkUpdate(BOOK, Long.class)
            .key(BOOK.ID).from(id -> id)
            .set(BOOK.RESTOCKED_AT, now());

    void touch(Set<Long> ids, DSLContext ctx) {
        TOUCH.rows(ids).execute(ctx);
        TOUCH.rows(1L, 2L, 3L).execute(ctx);
        TOUCH.rows(IntStream.range(0, 9).mapToObj(i -> (long) i)).execute(ctx);
    }
}
