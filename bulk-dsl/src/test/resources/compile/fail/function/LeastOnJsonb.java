import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import org.jooq.JSONB;

class LeastOnJsonb {
    record Remark(long id, JSONB notes) {}

    static final BulkUpdate<BookRecord, Remark> REMARK = bulkUpdate(BOOK, Remark.class)
            .key(BOOK.ID).from(Remark::id)
            .set(BOOK.NOTES, least()).from(Remark::notes); // error: cant.resolve.location.args
}
