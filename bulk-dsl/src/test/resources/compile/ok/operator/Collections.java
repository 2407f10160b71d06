import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.Collection;
import java.util.List;
import java.util.Set;

class Collections {
    record Rule(Set<Long> ids, List<String> titles, Collection<Integer> authors) {}

    static final BulkUpdate<BookRecord, Rule> RULES = bulkUpdate(BOOK, Rule.class)
            .key(BOOK.ID, in()).from(Rule::ids)
            .key(BOOK.TITLE, notIn()).from(Rule::titles)
            .key(BOOK.AUTHOR_ID, in()).from(Rule::authors)
            .set(BOOK.DISCONTINUED).from(r -> true);
}
