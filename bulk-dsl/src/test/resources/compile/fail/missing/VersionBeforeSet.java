import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;

class VersionBeforeSet {
    record Edit(int id, String title, int version) {}

    static final BulkUpdate<DocumentRecord, Edit> EDIT = bulkUpdate(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .version(DOCUMENT.VERSION).from(Edit::version) // error: cant.resolve.location.args
            .set(DOCUMENT.TITLE).from(Edit::title);
}
