import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;

class GetOrCreateFromOrDefault {
    static final GetOrCreate<MemberRecord, String> MEMBERS = getOrCreate(MEMBER, String.class)
            .key(MEMBER.NAME).from(name -> name)
            .set(MEMBER.POINTS).fromOrDefault(name -> 10L); // error: prob.found.req
}
