import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;

class Enums {
    record Diary(int id, Mood mood, Mood[] moods) {}

    static final BulkUpdate<KindsRecord, Diary> MOODS = bulkUpdate(KINDS, Diary.class)
            .key(KINDS.ID).from(Diary::id)
            .set(KINDS.A_MOOD).from(Diary::mood)
            .set(KINDS.MOODS, union()).from(Diary::moods);
}
