import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.DocumentRecord;

class UpsertVersionOfAnotherTable {
    record Edit(int id, String title, int version) {}

    static final BulkUpsert<DocumentRecord, Edit> EDIT = bulkUpsert(DOCUMENT, Edit.class)
            .key(DOCUMENT.ID).from(Edit::id)
            .set(DOCUMENT.TITLE).from(Edit::title)
            .version(SLOT.A).from(Edit::version); // error: cant.resolve.location.args
}
