import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class GetOrCreateKeyLt {
    static final GetOrCreate<BookRecord, Long> BOOKS = getOrCreate(BOOK, Long.class)
            .key(BOOK.ID, lt()).from(id -> id); // error: cant.resolve.location.args
}
