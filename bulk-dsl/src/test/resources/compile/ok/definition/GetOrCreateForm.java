import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.Functions.*;
import static io.bulkdsl.Operators.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.GetOrCreate;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import io.bulkdsl.testdb.public_.tables.records.SlotRecord;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;

class GetOrCreateForm {
    static final GetOrCreate<TagRecord, String> TAGS = getOrCreate(TAG, String.class)
            .key(TAG.NAME).from(name -> name)
            .set(TAG.HITS).from(name -> 0)
            .duplicates(Duplicates.FOLD);

    static final GetOrCreate<MemberRecord, String> MEMBERS = getOrCreate(MEMBER, String.class)
            .key(MEMBER.NAME).from(String::strip)
            .set(MEMBER.POINTS).fromOrDefault(name -> null)
            .set(MEMBER.JOINED, now());

    record Cell(Integer a, Integer b) {}

    static final GetOrCreate<SlotRecord, Cell> SLOTS = getOrCreate(SLOT, Cell.class)
            .key(SLOT.A, notDistinct()).from(Cell::a)
            .key(SLOT.B).from(Cell::b);

    void print(List<String> names, DSLContext ctx) {
        for (var tag : TAGS.rows(names).returning(TAG.NAME, TAG.HITS).fetchOutcomes(ctx)) {
            Record2<String, Integer> values = tag.record().orElseThrow();
            System.out.println(tag.element() + values.value1() + values.value2() + tag.created());
        }
    }
}
