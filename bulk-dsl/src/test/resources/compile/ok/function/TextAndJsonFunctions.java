import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.JSONB;

class TextAndJsonFunctions {
    record Remark(long id, String title, JSONB notes) {}

    static final BulkUpdate<BookRecord, Remark> REMARK = bulkUpdate(BOOK, Remark.class)
            .key(BOOK.ID).from(Remark::id)
            .set(BOOK.TITLE, concat()).from(Remark::title)
            .set(BOOK.NOTES, jsonbConcat()).from(Remark::notes);
}
