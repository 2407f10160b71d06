import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import java.util.List;

class DeleteNoKey {
    record Gone(String isbn) {}

    BulkStatement<Gone> remove(List<Gone> gone) {
        return bulkDelete(BOOK, Gone.class)
                .rows(gone); // error: cant.resolve.location.args
    }
}
