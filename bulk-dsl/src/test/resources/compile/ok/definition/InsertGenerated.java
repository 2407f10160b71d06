import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;

class InsertGenerated {
    record Entry(long id, String name) {}

    static final BulkInsert<MemberRecord, Entry> AS_GIVEN = bulkInsert(MEMBER, Entry.class)
            .set(MEMBER.ID).from(Entry::id)
            .set(MEMBER.NAME).from(Entry::name)
            .overridingSystemValue();

    static final BulkInsert<MemberRecord, Entry> AS_GENERATED = bulkInsert(MEMBER, Entry.class)
            .set(MEMBER.ID).from(Entry::id)
            .set(MEMBER.NAME).from(Entry::name)
            .overridingUserValue()
            .filledByDatabase(MEMBER.TOKEN, MEMBER.JOINED, MEMBER.POINTS);
}
