import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;

class LongForIntegerVersion {
    record Edit(int id, String title, long version) {}

    static final BulkUpsert<DocumentRecord, Edit> EDIT = bulkUpsert(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title)
            .version(DOCUMENT.VERSION).from(Edit::version); // error: prob.found.req
}
