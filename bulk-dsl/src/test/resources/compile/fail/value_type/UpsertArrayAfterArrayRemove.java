import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class UpsertArrayAfterArrayRemove {
    record Labels(String isbn, String[] gone) {}

    static final BulkUpsert<BookRecord, Labels> UPSERT = bulkUpsert(BOOK, Labels.class)
            .key(BOOK.ISBN).from(Labels::isbn)
            .set(BOOK.TAGS, arrayRemove()).from(Labels::gone); // error: prob.found.req
}
