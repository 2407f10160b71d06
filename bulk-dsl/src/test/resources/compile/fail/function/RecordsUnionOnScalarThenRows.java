import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkStatement;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import java.util.List;

class RecordsUnionOnScalarThenRows {
    BulkStatement<BookRecord> tag(List<BookRecord> records) {
        return bulkUpdate(BOOK)
                .keys(BOOK.ID)
                .set(BOOK.STOCK, union())
                .rows(records); // error: cant.resolve.location.args
    }
}
