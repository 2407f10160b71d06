import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

class SyncOfTable {
    Object sync = bulkSync(OFFER); // error: cant.apply.symbols
}
