import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.select;

import io.bulkdsl.BulkDSL;
import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

class DeleteElementForm {
    record Gone(String isbn) {}

    static final BulkDelete<BookRecord, Gone> REMOVE = bulkDelete(BOOK, Gone.class)
            .key(BOOK.ISBN).from(Gone::isbn)
            .where(BOOK.DISCONTINUED.isTrue())
            .where(BOOK.AUTHOR_ID.notIn(select(AUTHOR.ID).from(AUTHOR)));

    static final BulkDelete<TwokeyRecord, Map.Entry<Integer, Integer>> CELLS =
            BulkDSL.<TwokeyRecord, Map.Entry<Integer, Integer>>bulkDelete(TWOKEY, Map.Entry.class)
                    .key(TWOKEY.A).from(Map.Entry::getKey)
                    .key(TWOKEY.B).from(Map.Entry::getValue);

    int remove(List<Gone> gone, Map<Integer, Integer> cells, DSLContext ctx) {
        return REMOVE.rows(gone).execute(ctx) + CELLS.rows(cells.entrySet()).execute(ctx);
    }
}
