import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import java.util.UUID;

class UpsertOrDefault {
    record Entry(String name, Integer points, UUID token) {}

    static final BulkUpsert<MemberRecord, Entry> MEMBERS = bulkUpsert(MEMBER, Entry.class)
            .key(MEMBER.NAME).from(Entry::name)
            .set(MEMBER.POINTS).fromOrDefault(Entry::points)
            .setOnInsert(MEMBER.TOKEN).fromOrDefault(Entry::token)
            .setOnInsert(MEMBER.JOINED, now())
            .filledByDatabase(MEMBER.JOINED);
}
