import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;

class RecordsVersion {
    static final BulkUpdateOfRecords<DocumentRecord> EDIT = bulkUpdate(DOCUMENT)
            .keys(DOCUMENT.ID)
            .set(DOCUMENT.TITLE)
            .version(DOCUMENT.VERSION); // error: cant.resolve.location.args
}
