import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;

class DeleteLongForInteger {
    record Gone(long id) {}

    static final BulkDelete<AuthorRecord, Gone> REMOVE = bulkDelete(AUTHOR, Gone.class)
            .key(AUTHOR.ID).from(Gone::id); // error: prob.found.req
}
