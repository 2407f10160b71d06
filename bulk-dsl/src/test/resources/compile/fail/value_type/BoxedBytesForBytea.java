import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class BoxedBytesForBytea {
    record Upload(int id, Byte[] content) {}

    static final BulkUpdate<WideRecord, Upload> UPLOADS = bulkUpdate(WIDE, Upload.class)
            .key(WIDE.ID).from(Upload::id)
            .set(WIDE.BIN).from(Upload::content); // error: prob.found.req
}
