import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import java.util.Set;

class CollectionMadeInPlace {
    record Rule(long a, long b) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, in()).from(r -> List.of(r.a(), r.b()))
            .key(BOOK.STOCK, in()).from(r -> r.a() > 0 ? Set.of(1, 2) : List.of())
            .set(BOOK.DISCONTINUED).from(r -> true);
}
