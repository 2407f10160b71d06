import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;

class UpsertRecordsVersion {
    static final BulkUpsertOfRecords<DocumentRecord> EDIT = bulkUpsert(DOCUMENT)
            .keys(DOCUMENT.ID)
            .set(DOCUMENT.TITLE)
            .version(DOCUMENT.VERSION); // error: cant.resolve.location.args
}
