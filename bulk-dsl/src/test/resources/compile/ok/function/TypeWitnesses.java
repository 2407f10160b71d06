import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.Functions;
import io.bulkdsl.Operators;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class TypeWitnesses {
    record Tagging(long id, String[] tags, int stock) {}

    static final BulkUpdate<BookRecord, Tagging> TAG = bulkUpdate(BOOK, Tagging.class)
            .key(BOOK.ID, Operators.<Long>eq()).from(Tagging::id)
            .set(BOOK.TAGS, Functions.<String>union()).from(Tagging::tags)
            .set(BOOK.STOCK, Functions.<Integer>eq()).from(Tagging::stock);
}
