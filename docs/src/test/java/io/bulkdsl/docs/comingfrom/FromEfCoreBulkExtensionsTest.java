// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.comingfrom;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.db.Tables.MACHINE_NOTE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;
import static org.jooq.impl.DSL.excluded;

import io.bulkdsl.BulkDelete;
import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.docs.db.tables.records.MachineNoteRecord;
import io.bulkdsl.docs.db.tables.records.MachineRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of EFCore.BulkExtensions, written with bulk-dsl. */
@PostgresTest(migrations = "classpath:db/migration")
class FromEfCoreBulkExtensionsTest {

    record Machine(String code, String name, Integer hours, OffsetDateTime checkedAt) {

        Machine(String code, String name, Integer hours) {
            this(code, name, hours, null);
        }
    }

    record Note(long machine, String text) {}

    // spotless:off
    static final BulkInsert<MachineRecord, Machine> INSERT = bulkInsert(MACHINE, Machine.class)
            .set(MACHINE.CODE).from(Machine::code)
            .set(MACHINE.NAME).from(Machine::name);

    static final BulkUpdate<MachineRecord, Machine> UPDATE = bulkUpdate(MACHINE, Machine.class)
            .key(MACHINE.CODE).from(Machine::code)
            .set(MACHINE.NAME).from(Machine::name);

    static final BulkUpsert<MachineRecord, Machine> UPSERT = bulkUpsert(MACHINE, Machine.class)
            .key(MACHINE.CODE).from(Machine::code)
            .set(MACHINE.NAME).from(Machine::name)
            .set(MACHINE.HOURS).from(Machine::hours)
            .setOnInsert(MACHINE.SITE).from(machine -> "north")
            .setWhenChanged(MACHINE.CHECKED_AT, now())
            .onlyChanged();

    static final BulkUpsert<MachineRecord, Machine> NEWER = bulkUpsert(MACHINE, Machine.class)
            .key(MACHINE.CODE).from(Machine::code)
            .set(MACHINE.HOURS).from(Machine::hours)
            .set(MACHINE.CHECKED_AT).from(Machine::checkedAt)
            .where(excluded(MACHINE.CHECKED_AT).gt(MACHINE.CHECKED_AT));

    static final BulkSync<MachineRecord, Machine> NORTH = bulkSync(UPSERT)
            .scope(MACHINE.SITE.eq("north"))
            .deleteMissing()
            .refuseToRemoveMoreThan(100);

    static final BulkSync<MachineRecord, Machine> NORTH_SOFTLY = bulkSync(UPSERT)
            .scope(MACHINE.SITE.eq("north"))
            .softDeleteMissing(MACHINE.RETIRED_AT, now());

    static final BulkDelete<MachineRecord, String> SCRAP = bulkDelete(MACHINE, String.class)
            .key(MACHINE.CODE).from(code -> code);
    // spotless:on

    @BeforeEach
    void machines(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");
        ctx.execute("update machine set site = 'north'");
    }

    @Test
    void insertedRowsKeepTheirElements(DSLContext ctx) {
        List<Machine> machines = List.of(new Machine("saw", "Saw", 0), new Machine("press", "Press", 0));
        // spotless:off
        BulkInsert<MachineNoteRecord, Note> insertNotes = bulkInsert(MACHINE_NOTE, Note.class)
                .set(MACHINE_NOTE.MACHINE).from(note -> Long.toString(note.machine()))
                .set(MACHINE_NOTE.NOTE).from(Note::text);
        // spotless:on

        List<Note> notes = new ArrayList<>();
        for (var created : INSERT.rows(machines).returning(MACHINE.ID).fetchRows(ctx)) {
            notes.add(new Note(created.record().value1(), created.element().name() + " arrived"));
        }
        insertNotes.rows(notes).execute(ctx);

        assertThat(ctx.selectFrom(MACHINE_NOTE).fetchMap(MACHINE_NOTE.NOTE, MACHINE_NOTE.MACHINE))
                .containsOnly(
                        entry("Saw arrived", idOf(ctx, "saw").toString()),
                        entry("Press arrived", idOf(ctx, "press").toString()));
    }

    private static Long idOf(DSLContext ctx, String code) {
        return ctx.fetchValue(MACHINE.ID, MACHINE.CODE.eq(code));
    }

    @Test
    void updatesNameTheirColumns(DSLContext ctx) {
        UPDATE.rows(new Machine("mill", "Mill", 99)).execute(ctx);

        assertThat(Machines.names(ctx)).containsOnly(entry(1L, null), entry(2L, "Mill"));
        assertThat(Machines.hours(ctx)).containsEntry("mill", 5);
    }

    @Test
    void statisticsAreOutcomes(DSLContext ctx) {
        List<Machine> machines =
                List.of(new Machine("lathe", null, 5), new Machine("mill", "Mill", 5), new Machine("saw", "Saw", 0));

        Outcomes<Machine, Record> outcomes = UPSERT.rows(machines).fetchOutcomes(ctx);

        assertThat(outcomes.rows()).extracting(Outcome::status).containsExactly(UNCHANGED, UPDATED, INSERTED);
        assertThat(outcomes.totals().inserted()).isEqualTo(1);
        assertThat(outcomes.totals().updated()).isEqualTo(1);
        assertThat(outcomes.totals().unchanged()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void whereMayCompareWithWhatComes(RowSource source, DSLContext ctx) {
        OffsetDateTime noon = OffsetDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneOffset.UTC);
        ctx.update(MACHINE).set(MACHINE.CHECKED_AT, noon).execute();

        NEWER.rows(new Machine("lathe", null, 6, noon.plusHours(1)), new Machine("mill", null, 6, noon.minusHours(1)))
                .via(source)
                .execute(ctx);

        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 6), entry("mill", 5));
    }

    @Test
    void outcomesTellWhatWasNotNewer(DSLContext ctx) {
        OffsetDateTime noon = OffsetDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneOffset.UTC);
        ctx.update(MACHINE).set(MACHINE.CHECKED_AT, noon).execute();

        var outcomes = NEWER.rows(
                        new Machine("lathe", null, 6, noon.plusHours(1)),
                        new Machine("mill", null, 6, noon.minusHours(1)))
                .fetchOutcomes(ctx);

        assertThat(outcomes.rows()).extracting(Outcome::status).containsExactly(UPDATED, UNCHANGED);
    }

    @Test
    void theNewerOneMayBeWrittenOnlyWhereItDiffers(DSLContext ctx) {
        OffsetDateTime noon = OffsetDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneOffset.UTC);
        ctx.update(MACHINE).set(MACHINE.CHECKED_AT, noon).execute();

        int written = NEWER.onlyChanged(MACHINE.HOURS)
                .rows(new Machine("lathe", null, 5, noon.plusHours(1)), new Machine("mill", null, 6, noon.plusHours(1)))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
    }

    @Test
    void excludedIsThereWhereOnConflictIs() {
        assertThatIllegalStateException()
                .isThrownBy(() -> NEWER.keyNotUnique().rows(new Machine("lathe", null, 6, null)))
                .withMessageContaining("excluded(…) works with ON CONFLICT alone");
    }

    @Test
    void theNewerOneWinsInOneStatement() {
        assertThatSql(NEWER.rows(new Machine("lathe", null, 6, null))).rendersSql("""
                        insert into "public"."machine" ("code", "hours", "checked_at")
                        select "incoming"."code", "incoming"."hours", "incoming"."checked_at"
                        from (values (?, ?, cast(? as timestamp(6) with time zone))) as "incoming" ("code", "hours", "checked_at")
                        order by "incoming"."code"
                        on conflict ("code") do update
                        set "hours" = excluded."hours", "checked_at" = excluded."checked_at"
                        where excluded."checked_at" > "public"."machine"."checked_at"
                        """);
    }

    @Test
    void aSyncRemovesWhatIsMissingInItsScope(DSLContext ctx) {
        ctx.execute("insert into machine (code, site) values ('crane', 'south')");

        NORTH.rows(new Machine("lathe", null, 5)).execute(ctx);

        assertThat(Machines.hours(ctx)).containsOnlyKeys("lathe", "crane");
    }

    @Test
    void aSyncWithoutRowsIsRefused(DSLContext ctx) {
        assertThatExceptionOfType(SyncRefusedException.class)
                .isThrownBy(() -> NORTH_SOFTLY.rows(List.of()).execute(ctx));
    }

    @Test
    void aSyncMayMarkInstead(DSLContext ctx) {
        NORTH_SOFTLY.rows(new Machine("lathe", null, 5)).execute(ctx);

        assertThat(ctx.fetchValues(ctx.select(MACHINE.CODE).from(MACHINE).where(MACHINE.RETIRED_AT.isNotNull())))
                .containsExactly("mill");
    }

    @Test
    void manyAreReadAtOnce(DSLContext ctx) {
        List<String> codes = List.of("lathe", "press");

        // spotless:off
        List<MachineRecord> found = ctx.selectFrom(MACHINE)
                .where(pdnf(String.class).key(MACHINE.CODE).from(code -> code).rows(codes))
                .fetch();
        // spotless:on

        assertThat(found).extracting(MachineRecord::getCode).containsExactly("lathe");
    }

    @Test
    void manyAreDeleted(DSLContext ctx) {
        assertThat(SCRAP.rows(List.of("lathe", "press")).execute(ctx)).isEqualTo(1);
        assertThat(Machines.hours(ctx)).containsOnlyKeys("mill");
    }
}
