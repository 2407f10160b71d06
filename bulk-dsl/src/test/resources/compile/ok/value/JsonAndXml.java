import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import org.jooq.JSON;
import org.jooq.XML;

class JsonAndXml {
    record Document(int id, String json, String xml) {}

    static final BulkUpdate<KindsRecord, Document> DOCUMENTS = bulkUpdate(KINDS, Document.class)
            .key(KINDS.ID).from(Document::id)
            .set(KINDS.A_JSON).from(d -> JSON.valueOf(d.json()))
            .set(KINDS.A_XML).from(d -> XML.valueOf(d.xml()));
}
