import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class InsertForm {
    record Title(String isbn, String name, Integer copies) {}

    static final BulkInsert<BookRecord, Title> INSERT = bulkInsert(BOOK, Title.class)
            .set(BOOK.ISBN).from(Title::isbn)
            .set(BOOK.TITLE).from(Title::name)
            .set(BOOK.STOCK).fromOrDefault(Title::copies)
            .set(BOOK.RESTOCKED_AT, now())
            .set(BOOK.TAGS, expr(tags -> inline(new String[] {"new"})))
            .onConflictDoNothing();

    static final BulkInsert<BookRecord, Title> STAMPED = bulkInsert(BOOK, Title.class)
            .set(BOOK.RESTOCKED_AT, now())
            .set(BOOK.ISBN).from(Title::isbn);

    int insert(List<Title> titles, DSLContext ctx) {
        return INSERT.rows(titles).execute(ctx) + STAMPED.rows(titles.stream()).execute(ctx);
    }
}
