import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class DeleteForked {
    record Gone(String isbn) {}

    static final BulkDelete<BookRecord, Gone> ANY = bulkDelete(BOOK, Gone.class).key(BOOK.ISBN).from(Gone::isbn);
    static final BulkDelete<BookRecord, Gone> UNSOLD = ANY.where(BOOK.STOCK.gt(0));

    int remove(List<Gone> gone, boolean unsold, DSLContext ctx) {
        BulkDelete<BookRecord, Gone> remove = unsold ? UNSOLD : ANY;
        for (var policy : List.of(Duplicates.FIRST, Duplicates.LAST)) {
            remove = remove.duplicates(policy);
        }
        return remove.rows(gone).execute(ctx);
    }
}
