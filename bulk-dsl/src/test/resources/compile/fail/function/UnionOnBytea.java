import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class UnionOnBytea {
    record Upload(int id, byte[] content) {}

    static final BulkUpdate<WideRecord, Upload> UPLOADS = bulkUpdate(WIDE, Upload.class)
            .key(WIDE.ID).from(Upload::id)
            .set(WIDE.BIN, union()).from(Upload::content); // error: cant.resolve.location.args
}
