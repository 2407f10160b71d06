import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class DeleteNoFrom {
    record Gone(String isbn) {}

    BulkStatement<Gone> remove(List<Gone> gone) {
        return bulkDelete(BOOK, Gone.class)
                .key(BOOK.ISBN)
                .rows(gone); // error: cant.resolve.location.args
    }
}
