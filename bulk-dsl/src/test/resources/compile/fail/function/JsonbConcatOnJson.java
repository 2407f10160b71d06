import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import org.jooq.JSON;

class JsonbConcatOnJson {
    record Document(int id, JSON json) {}

    static final BulkUpdate<KindsRecord, Document> DOCUMENTS = bulkUpdate(KINDS, Document.class)
            .key(KINDS.ID).from(Document::id)
            .set(KINDS.A_JSON, jsonbConcat()).from(Document::json); // error: cant.resolve.location.args
}
