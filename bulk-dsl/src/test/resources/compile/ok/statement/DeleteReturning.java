import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.Returned;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Result;

class DeleteReturning {
    record Gone(String isbn) {}

    static final BulkDelete<BookRecord, Gone> REMOVE = bulkDelete(BOOK, Gone.class).key(BOOK.ISBN).from(Gone::isbn);

    void remove(List<Gone> gone, DSLContext ctx) {
        Result<Record2<Long, String>> ids =
                REMOVE.rows(gone).returning(BOOK.ID, BOOK.TITLE).fetch(ctx);
        Result<BookRecord> books = REMOVE.rows(gone).returning(BOOK).fetch(ctx);
        for (Returned<Gone, Record1<Long>> row :
                REMOVE.rows(gone.stream()).returning(BOOK.ID).fetchRows(ctx)) {
            Gone element = row.element();
            Long id = row.record().value1();
        }
        ctx.batch(REMOVE.rows(gone).query()).execute();
    }
}
