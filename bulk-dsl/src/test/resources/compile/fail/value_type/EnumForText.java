import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;

class EnumForText {
    record Diary(int id, Mood mood) {}

    static final BulkUpdate<WideRecord, Diary> MOODS = bulkUpdate(WIDE, Diary.class)
            .key(WIDE.ID).from(Diary::id)
            .set(WIDE.TX).from(Diary::mood); // error: prob.found.req
}
