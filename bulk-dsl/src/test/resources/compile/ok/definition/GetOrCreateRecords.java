import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreateOfRecords;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Result;

class GetOrCreateRecords {
    static final GetOrCreateOfRecords<SlotRecord> SLOTS = getOrCreate(SLOT)
            .keys(SLOT.A, SLOT.B)
            .set(SLOT.V)
            .duplicates(Duplicates.FIRST);

    static final GetOrCreateOfRecords<MemberRecord> MEMBERS = getOrCreate(MEMBER)
            .keys(MEMBER.NAME)
            .set(MEMBER.POINTS, MEMBER.TOKEN)
            .set(MEMBER.JOINED, now());

    static final GetOrCreateOfRecords<TagRecord> KEYS_ONLY = getOrCreate(TAG).keys(TAG.NAME);

    Result<SlotRecord> slots(List<SlotRecord> records, DSLContext ctx) {
        return SLOTS.rows(records).returning(SLOT).fetch(ctx);
    }
}
