import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class IntegerAfterConcat {
    record Numbering(long id, Integer number) {}

    static final BulkUpdate<BookRecord, Numbering> NUMBERS = bulkUpdate(BOOK, Numbering.class)
            .key(BOOK.ID).from(Numbering::id)
            .set(BOOK.TITLE, concat()).from(Numbering::number); // error: prob.found.req
}
