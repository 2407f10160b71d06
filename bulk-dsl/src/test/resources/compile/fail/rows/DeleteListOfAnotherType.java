import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;
import org.jooq.DSLContext;

class DeleteListOfAnotherType {
    record Gone(String isbn) {}

    record Order(String isbn) {}

    static final BulkDelete<BookRecord, Gone> REMOVE = bulkDelete(BOOK, Gone.class)
            .key(BOOK.ISBN).from(Gone::isbn);

    int remove(List<Order> orders, DSLContext ctx) {
        return REMOVE.rows(orders).execute(ctx); // error: cant.apply.symbols
    }
}
