import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.impl.DSL;

class FirstSetOnRecords {
    static final List<BulkUpdateOfRecords<BookRecord>> UPDATES = List.of(
            bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.TAGS, append()),
            bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.TAGS, prepend()),
            bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.RATING, least()),
            bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.RESTOCKED_AT, now()),
            bulkUpdate(BOOK).keys(BOOK.ID).set(BOOK.TITLE, expr(DSL::upper)));
}
