import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;

class OwnEnumForEnum {
    enum Feeling { SAD, HAPPY }

    record Diary(int id, Feeling mood) {}

    static final BulkUpdate<KindsRecord, Diary> MOODS = bulkUpdate(KINDS, Diary.class)
            .key(KINDS.ID).from(Diary::id)
            .set(KINDS.A_MOOD).from(Diary::mood); // error: prob.found.req
}
