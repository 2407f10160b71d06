import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;

class DeleteExtended {
    class Mine extends BulkDelete<BookRecord, String> {} // error: cant.inherit.from.final, cant.apply.symbol
}
