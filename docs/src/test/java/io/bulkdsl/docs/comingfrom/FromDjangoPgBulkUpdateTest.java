// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.comingfrom;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.Operators.ne;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.db.Tables.MACHINE_NOTE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.year;

import io.bulkdsl.BulkDSL;
import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Returned;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.docs.db.tables.records.MachineNoteRecord;
import io.bulkdsl.docs.db.tables.records.MachineRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;

/** Calls of django-pg-bulk-update, written with bulk-dsl. */
@PostgresTest(migrations = "classpath:db/migration")
class FromDjangoPgBulkUpdateTest {

    record Renaming(long id, String name) {}

    record Service(String code, Integer hours, String[] tags) {}

    record Block(long first, long end, String name) {}

    record Usage(String code, Integer hours) {}

    record Raise(String code, BigDecimal factor) {}

    record Note(String machine, String text) {}

    // spotless:off
    static final BulkUpdate<MachineRecord, Renaming> RENAME = bulkUpdate(MACHINE, Renaming.class)
            .key(MACHINE.ID).from(Renaming::id)
            .set(MACHINE.NAME).from(Renaming::name);

    static final BulkUpdate<MachineRecord, Map.Entry<Long, String>> RENAME_BY_MAP =
            BulkDSL.<MachineRecord, Map.Entry<Long, String>>bulkUpdate(MACHINE, Map.Entry.class)
                    .key(MACHINE.ID).from(Map.Entry::getKey)
                    .set(MACHINE.NAME).from(Map.Entry::getValue);

    static final BulkUpdate<MachineRecord, Service> SERVICED = bulkUpdate(MACHINE, Service.class)
            .key(MACHINE.CODE).from(Service::code)
            .set(MACHINE.HOURS, incr()).from(Service::hours)
            .set(MACHINE.TAGS, union()).from(Service::tags)
            .set(MACHINE.CHECKED_AT, now());

    static final BulkUpdate<MachineRecord, Block> NAME_BLOCKS = bulkUpdate(MACHINE, Block.class)
            .key(MACHINE.ID, ge()).from(Block::first)
            .key(MACHINE.ID, lt()).from(Block::end)
            .set(MACHINE.NAME).from(Block::name);

    static final BulkUpsert<MachineRecord, Usage> REPORT = bulkUpsert(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS, incr()).from(Usage::hours);

    static final BulkUpsert<MachineNoteRecord, Note> NOTE = bulkUpsert(MACHINE_NOTE, Note.class)
            .key(MACHINE_NOTE.MACHINE).from(Note::machine)
            .set(MACHINE_NOTE.NOTE).from(Note::text)
            .keyNotUnique();

    static final BulkInsert<MachineRecord, Usage> CREATE = bulkInsert(MACHINE, Usage.class)
            .set(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS).fromOrDefault(Usage::hours);

    static final BulkUpdate<MachineRecord, Usage> RECORD = bulkUpdate(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS).from(Usage::hours)
            .where(MACHINE.RETIRED_AT.isNull());

    static final BulkUpdate<MachineRecord, Raise> RAISE = bulkUpdate(MACHINE, Raise.class)
            .key(MACHINE.CODE).from(Raise::code)
            .set(MACHINE.RATE, expr((current, factor) -> current.times(factor))).from(Raise::factor);
    // spotless:on

    static Condition below(List<Usage> limits) {
        // spotless:off
        return pdnf(Usage.class)
                .key(MACHINE.CODE).from(Usage::code)
                .key(MACHINE.HOURS, lt()).from(Usage::hours)
                .rows(limits);
        // spotless:on
    }

    @Test
    void rowsAreElements(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill", "saw");

        int updated =
                RENAME.rows(new Renaming(1, "Lathe"), new Renaming(2, "Mill")).execute(ctx);

        assertThat(updated).isEqualTo(2);
        assertThat(Machines.names(ctx)).containsOnly(entry(1L, "Lathe"), entry(2L, "Mill"), entry(3L, null));
    }

    @Test
    void renamingIsOneUpdate() {
        assertThatSql(RENAME.rows(new Renaming(1, "Lathe"), new Renaming(2, "Mill")))
                .rendersSql("""
                        update "public"."machine"
                        set "name" = "incoming"."name"
                        from (values (?, ?), (?, ?)) as "incoming" ("id", "name")
                        where "public"."machine"."id" = "incoming"."id"
                        """);
    }

    @Test
    void aMapFromKeysToValuesIsRowsToo(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");

        RENAME_BY_MAP.rows(Map.of(1L, "Lathe", 2L, "Mill").entrySet()).execute(ctx);

        assertThat(Machines.names(ctx)).containsOnly(entry(1L, "Lathe"), entry(2L, "Mill"));
    }

    @Test
    void setFunctionsStandWithTheirColumns(DSLContext ctx) {
        Machines.add(ctx, "lathe");
        ctx.update(MACHINE).set(MACHINE.TAGS, new String[] {"old", "big"}).execute();

        SERVICED.rows(new Service("lathe", 10, new String[] {"big", "oiled"})).execute(ctx);

        MachineRecord lathe = ctx.fetchSingle(MACHINE);
        assertThat(lathe.getHours()).isEqualTo(15);
        assertThat(lathe.getTags()).containsExactly("old", "big", "oiled");
        assertThat(lathe.getCheckedAt()).isNotNull();
    }

    @Test
    void operatorsStandWithTheirKeys(DSLContext ctx) {
        Machines.add(ctx, "a", "b", "c", "d", "e", "f", "g", "h", "i");

        int updated = NAME_BLOCKS
                .rows(new Block(1, 3, "first"), new Block(6, 8, "second"))
                .execute(ctx);

        assertThat(updated).isEqualTo(4);
        assertThat(ctx.fetchValues(ctx.select(MACHINE.ID).from(MACHINE).where(MACHINE.NAME.eq("first"))))
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(ctx.fetchValues(ctx.select(MACHINE.ID).from(MACHINE).where(MACHINE.NAME.eq("second"))))
                .containsExactlyInAnyOrder(6L, 7L);
    }

    @Test
    void updateOrCreateIsAnUpsert(DSLContext ctx) {
        Machines.add(ctx, "lathe");

        int written = REPORT.rows(new Usage("lathe", 10), new Usage("mill", 3)).execute(ctx);

        assertThat(written).isEqualTo(2);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 15), entry("mill", 3));
    }

    @Test
    void anUpsertReadsExcluded() {
        assertThatSql(REPORT.rows(new Usage("lathe", 10), new Usage("mill", 3))).rendersSql("""
                        insert into "public"."machine" ("code", "hours")
                        select "incoming"."code", "incoming"."hours"
                        from (values (?, ?), (?, ?)) as "incoming" ("code", "hours")
                        order by "incoming"."code"
                        on conflict ("code") do update
                        set "hours" = coalesce(("public"."machine"."hours" + excluded."hours"), excluded."hours", "public"."machine"."hours")
                        """);
    }

    @Test
    void withoutUpdatesExistingRowsStay(DSLContext ctx) {
        Machines.add(ctx, "lathe");

        int created = REPORT.doNothing()
                .rows(new Usage("lathe", 10), new Usage("mill", 3))
                .execute(ctx);

        assertThat(created).isEqualTo(1);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 5), entry("mill", 3));
    }

    @Test
    void aKeyThatIsNotUniqueUpdatesAllItsRows(DSLContext ctx) {
        ctx.insertInto(MACHINE_NOTE, MACHINE_NOTE.MACHINE, MACHINE_NOTE.NOTE)
                .values("lathe", "one")
                .values("lathe", "two")
                .execute();

        NOTE.rows(new Note("lathe", "oil"), new Note("mill", "new")).execute(ctx);

        assertThat(ctx.selectFrom(MACHINE_NOTE).fetchGroups(MACHINE_NOTE.MACHINE, MACHINE_NOTE.NOTE))
                .containsOnly(entry("lathe", List.of("oil", "oil")), entry("mill", List.of("new")));
    }

    @Test
    void createdRowsComeBackWithTheirElements(DSLContext ctx) {
        List<Usage> usages = List.of(new Usage("mill", 3), new Usage("lathe", null));

        List<Returned<Usage, Record1<Long>>> created =
                CREATE.rows(usages).returning(MACHINE.ID).fetchRows(ctx);

        assertThat(created).extracting(row -> row.element().code()).containsExactly("mill", "lathe");
        assertThat(created).allSatisfy(row -> assertThat(
                        ctx.fetchValue(MACHINE.CODE, MACHINE.ID.eq(row.record().value1())))
                .isEqualTo(row.element().code()));
    }

    @Test
    void pdnfIsACondition(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");

        List<MachineRecord> found = ctx.selectFrom(MACHINE)
                .where(below(List.of(new Usage("lathe", 6), new Usage("mill", 5))))
                .fetch();

        assertThat(found).extracting(MachineRecord::getCode).containsExactly("lathe");
    }

    @Test
    void pdnfIsWrittenOut() {
        assertThatSql(below(List.of(new Usage("lathe", 6), new Usage("mill", 5))))
                .rendersSql("""
                        (("public"."machine"."code" = ? and "public"."machine"."hours" < ?)
                          or ("public"."machine"."code" = ? and "public"."machine"."hours" < ?))
                        """);
    }

    @Test
    void batchesMayBeCommittedEach(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill", "saw");
        List<Usage> usages = List.of(new Usage("lathe", 1), new Usage("mill", 2), new Usage("saw", 3));

        Progress done = RECORD.rows(usages)
                .batchSize(2)
                .batchDelay(Duration.ofMillis(50))
                .commitEachBatch()
                .execute(ctx);

        assertThat(done.batches()).isEqualTo(2);
        assertThat(done.written()).isEqualTo(3);
    }

    @Test
    void batchesAreAllOrNoneUnlessCommittedEach(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");
        List<Renaming> renamings = List.of(new Renaming(1, "Lathe"), new Renaming(2, "much too long a name"));

        assertThatExceptionOfType(BulkException.class)
                .isThrownBy(() -> RENAME.rows(renamings).batchSize(1).execute(ctx));

        assertThat(Machines.names(ctx)).containsOnly(entry(1L, null), entry(2L, null));
    }

    @Test
    void returningNamesColumns(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");

        Result<Record2<String, Integer>> hours = REPORT.rows(new Usage("lathe", 10), new Usage("mill", 3))
                .returning(MACHINE.CODE, MACHINE.HOURS)
                .fetch(ctx);

        assertThat(hours.intoMap(MACHINE.CODE, MACHINE.HOURS)).containsOnly(entry("lathe", 15), entry("mill", 8));
    }

    @Test
    void whereNarrowsTheRowsOfTheTable(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");
        ctx.execute("update machine set retired_at = now() where code = 'mill'");

        int updated = RECORD.rows(new Usage("lathe", 7), new Usage("mill", 7)).execute(ctx);

        assertThat(updated).isEqualTo(1);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 7), entry("mill", 5));
    }

    @Test
    void anExpressionHasTheColumnAndTheValue(DSLContext ctx) {
        Machines.add(ctx, "lathe");
        ctx.update(MACHINE).set(MACHINE.RATE, new BigDecimal("20.00")).execute();

        RAISE.rows(new Raise("lathe", new BigDecimal("1.05"))).execute(ctx);

        assertThat(ctx.fetchSingle(MACHINE).getRate()).isEqualTo(new BigDecimal("21.00"));
    }

    @Test
    void theTimeMayBeSetWhereThereIsNone(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");
        ctx.execute("update machine set checked_at = '2020-01-01Z' where code = 'mill'");
        // spotless:off
        BulkUpdate<MachineRecord, String> check = bulkUpdate(MACHINE, String.class)
                .key(MACHINE.CODE).from(code -> code)
                .set(MACHINE.CHECKED_AT, expr(current -> coalesce(current, currentOffsetDateTime())));
        // spotless:on

        check.rows("lathe", "mill").execute(ctx);

        assertThat(ctx.fetchValues(ctx.select(year(MACHINE.CHECKED_AT).gt(2020))
                        .from(MACHINE)
                        .orderBy(MACHINE.CODE)))
                .containsExactly(true, false);
    }

    @Test
    void columnsMayBeChosenWhenItRuns(DSLContext ctx) {
        Machines.add(ctx, "lathe");
        List<TableField<MachineRecord, ?>> chosen = List.of(MACHINE.HOURS, MACHINE.SITE);
        BulkUpdateOfRecords<MachineRecord> save =
                bulkUpdate(MACHINE).key(MACHINE.ID).set(MACHINE.NAME);
        for (TableField<MachineRecord, ?> column : chosen) {
            save = save.set(column);
        }
        MachineRecord lathe = ctx.fetchSingle(MACHINE);
        lathe.setName("Lathe");
        lathe.setHours(6);
        lathe.setSite("north");

        save.rows(lathe).execute(ctx);

        assertThat(ctx.fetchSingle(MACHINE).getSite()).isEqualTo("north");
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 6));
    }

    @Test
    void aNullIncrementKeepsTheColumn(DSLContext ctx) {
        Machines.add(ctx, "lathe");

        REPORT.rows(new Usage("lathe", null)).execute(ctx);

        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 5));
    }

    @Test
    void aNullTextAppendsNothing(DSLContext ctx) {
        Machines.add(ctx, "lathe");
        ctx.update(MACHINE).set(MACHINE.NAME, "Lathe").execute();
        // spotless:off
        BulkUpdate<MachineRecord, Renaming> append = bulkUpdate(MACHINE, Renaming.class)
                .key(MACHINE.ID).from(Renaming::id)
                .set(MACHINE.NAME, concat()).from(Renaming::name);
        // spotless:on

        append.rows(new Renaming(1, null)).execute(ctx);

        assertThat(Machines.names(ctx)).containsOnly(entry(1L, "Lathe"));
    }

    @Test
    void aKeyTwiceIsRefusedUnlessSaidOtherwise(DSLContext ctx) {
        Machines.add(ctx, "lathe");
        List<Usage> twice = List.of(new Usage("lathe", 10), new Usage("lathe", 10));

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> REPORT.rows(twice).execute(ctx))
                .withMessageContaining("the same key as in row 1");
        REPORT.duplicates(LAST).rows(twice).execute(ctx);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 15));
        REPORT.duplicates(FOLD).rows(twice).execute(ctx);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 35));
    }

    @Test
    void aNullKeyIsRefusedUnlessNullsAreToMatch(DSLContext ctx) {
        Machines.add(ctx, "lathe");
        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> REPORT.rows(new Usage(null, 1)).execute(ctx));
        // spotless:off
        BulkUpdate<MachineRecord, Renaming> nameTheNameless = bulkUpdate(MACHINE, Renaming.class)
                .key(MACHINE.NAME, notDistinct()).from(renaming -> null)
                .set(MACHINE.NAME).from(Renaming::name);
        // spotless:on

        nameTheNameless.rows(new Renaming(0, "no name")).execute(ctx);

        assertThat(Machines.names(ctx)).containsOnly(entry(1L, "no name"));
    }

    @Test
    void notEqualLeavesNullsOutInPdnfToo(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");
        ctx.execute("update machine set name = 'Mill' where code = 'mill'");
        // spotless:off
        Condition notLathe = pdnf(Renaming.class)
                .key(MACHINE.NAME, ne()).from(Renaming::name)
                .rows(new Renaming(0, "Lathe"));
        // spotless:on

        assertThat(ctx.fetchValues(ctx.select(MACHINE.CODE).from(MACHINE).where(notLathe)))
                .containsExactly("mill");
    }

    @Test
    void aTextThatIsTooLongIsRefusedInTheFirstRowToo(DSLContext ctx) {
        Machines.add(ctx, "lathe");

        assertThatExceptionOfType(BulkException.class)
                .isThrownBy(() ->
                        RENAME.rows(new Renaming(1, "much too long a name")).execute(ctx))
                .withMessageContaining("value too long for type character varying(10)");
    }
}
