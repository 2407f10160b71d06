import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.io.IOException;

class LambdaThrowsCheckedException {
    static class Upload {
        int id;

        byte[] read() throws IOException {
            throw new IOException();
        }
    }

    static final BulkUpdate<WideRecord, Upload> UPLOADS = bulkUpdate(WIDE, Upload.class)
            .key(WIDE.ID).from(u -> u.id)
            .set(WIDE.BIN).from(u -> u.read()); // error: unreported.exception.need.to.catch.or.throw
}
