import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.JSON;

class JsonForJsonb {
    record Remark(long id, JSON notes) {}

    static final BulkUpdate<BookRecord, Remark> REMARK = bulkUpdate(BOOK, Remark.class)
            .key(BOOK.ID).from(Remark::id)
            .set(BOOK.NOTES).from(Remark::notes); // error: prob.found.req
}
