import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;

class VersionFromColumn {
    record Edit(int id, String title, int version) {}

    static final BulkUpdate<DocumentRecord, Edit> EDIT = bulkUpdate(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title)
            .version(DOCUMENT.VERSION).from(DOCUMENT.VERSION); // error: prob.found.req
}
