import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

class Comparables {
    record Diary(int id, Mood mood, LocalDate day, OffsetDateTime at, UUID uuid, String text, boolean flag) {}

    static final BulkUpdate<WideRecord, Diary> DIARIES = bulkUpdate(WIDE, Diary.class)
            .key(WIDE.ID).from(Diary::id)
            .set(WIDE.DA, greatest()).from(Diary::day)
            .set(WIDE.DT, least()).from(Diary::at)
            .set(WIDE.UU, greatest()).from(Diary::uuid)
            .set(WIDE.TX, least()).from(Diary::text)
            .set(WIDE.BO, greatest()).from(Diary::flag);

    static final BulkUpdate<KindsRecord, Diary> MOODS = bulkUpdate(KINDS, Diary.class)
            .key(KINDS.ID).from(Diary::id)
            .set(KINDS.A_MOOD, greatest()).from(Diary::mood);
}
