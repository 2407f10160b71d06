import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;

class VersionGetter {
    record Edit(int id, String title) {}

    static final BulkUpdate<DocumentRecord, Edit> EDIT = bulkUpdate(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.BODY).from(Edit::title)
            .version(DOCUMENT.VERSION).from(Edit::title); // error: prob.found.req
}
