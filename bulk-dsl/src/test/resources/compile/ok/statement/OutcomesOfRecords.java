import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.Outcomes;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;

class OutcomesOfRecords {
    void insert(List<MemberRecord> members, DSLContext ctx) {
        Outcomes<MemberRecord, Record2<Long, String>> outcomes = bulkInsert(MEMBER)
                .touched()
                .onConflictDoNothing()
                .rows(members)
                .returning(MEMBER.ID, MEMBER.SHOUT)
                .fetchOutcomes(ctx);
        outcomes.forEach(outcome ->
                outcome.record().ifPresent(record -> outcome.element().setId(record.value1())));
    }
}
