// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.comingfrom;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.values;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.docs.db.tables.records.MachineRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.io.IOException;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Loader;
import org.jooq.RowN;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plain jOOQ and bulk-dsl side by side. */
@PostgresTest(migrations = "classpath:db/migration")
class FromPlainJooqTest {

    record Usage(String code, Integer hours) {}

    private static final List<Usage> USAGES = List.of(new Usage("lathe", 10), new Usage("mill", 3));

    private static final List<Usage> LATHE_TWICE = List.of(new Usage("lathe", 10), new Usage("lathe", 10));

    // spotless:off
    static final BulkUpdate<MachineRecord, Usage> ADD_HOURS = bulkUpdate(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS, incr()).from(Usage::hours);

    static final BulkUpsert<MachineRecord, Usage> REPORT = bulkUpsert(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS, incr()).from(Usage::hours);
    // spotless:on

    static final BulkUpdateOfRecords<MachineRecord> SAVE =
            bulkUpdate(MACHINE).key(MACHINE.ID).set(MACHINE.NAME, MACHINE.HOURS);

    static final BulkUpdateOfRecords<MachineRecord> SAVE_TOUCHED =
            bulkUpdate(MACHINE).key(MACHINE.ID).touchedOnly();

    @BeforeEach
    void machines(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");
    }

    static void oneByOne(DSLContext ctx, List<Usage> usages) {
        for (Usage usage : usages) {
            ctx.update(MACHINE)
                    .set(MACHINE.HOURS, MACHINE.HOURS.plus(usage.hours()))
                    .where(MACHINE.CODE.eq(usage.code()))
                    .execute();
        }
    }

    static void asJdbcBatch(DSLContext ctx, List<Usage> usages) {
        BatchBindStep batch = ctx.batch(
                update(MACHINE).set(MACHINE.HOURS, MACHINE.HOURS.plus(0)).where(MACHINE.CODE.eq("")));
        for (Usage usage : usages) {
            batch = batch.bind(usage.hours(), usage.code());
        }
        batch.execute();
    }

    static void fromValues(DSLContext ctx, List<Usage> usages) {
        Field<String> code = field(name("incoming", "code"), MACHINE.CODE.getDataType());
        Field<Integer> hours = field(name("incoming", "hours"), MACHINE.HOURS.getDataType());
        RowN[] rows = usages.stream()
                .map(usage -> row(List.of(usage.code(), usage.hours())))
                .toArray(RowN[]::new);
        ctx.update(MACHINE)
                .set(MACHINE.HOURS, MACHINE.HOURS.plus(hours))
                .from(values(rows).as("incoming", "code", "hours"))
                .where(MACHINE.CODE.eq(code))
                .execute();
    }

    static void insertOnConflict(DSLContext ctx, List<Usage> usages) {
        ctx.insertInto(MACHINE, MACHINE.CODE, MACHINE.HOURS)
                .valuesOfRows(usages.stream()
                        .map(usage -> row(usage.code(), usage.hours()))
                        .toList())
                .onConflict(MACHINE.CODE)
                .doUpdate()
                .set(MACHINE.HOURS, MACHINE.HOURS.plus(excluded(MACHINE.HOURS)))
                .execute();
    }

    @Test
    void plainUpdatesAdd(DSLContext ctx) {
        oneByOne(ctx, USAGES);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 15), entry("mill", 8));
        asJdbcBatch(ctx, USAGES);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 25), entry("mill", 11));
        fromValues(ctx, USAGES);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 35), entry("mill", 14));
    }

    @Test
    void aBulkUpdateAdds(DSLContext ctx) {
        ADD_HOURS.rows(USAGES).execute(ctx);

        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 15), entry("mill", 8));
    }

    @Test
    void aBulkUpdateIsTheSameStatement() {
        assertThatSql(ADD_HOURS.rows(USAGES)).rendersSql("""
                        update "public"."machine"
                        set "hours" = coalesce(("public"."machine"."hours" + "incoming"."hours"), "incoming"."hours", "public"."machine"."hours")
                        from (values (?, ?), (?, ?)) as "incoming" ("code", "hours")
                        where "public"."machine"."code" = "incoming"."code"
                        """);
    }

    @Test
    void bothUpsert(DSLContext ctx) {
        List<Usage> usages = List.of(new Usage("lathe", 10), new Usage("saw", 1));

        insertOnConflict(ctx, usages);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 15), entry("mill", 5), entry("saw", 1));
        REPORT.rows(usages).execute(ctx);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 25), entry("mill", 5), entry("saw", 2));
    }

    @Test
    void bothWriteRecords(DSLContext ctx) {
        List<MachineRecord> machines = ctx.selectFrom(MACHINE).fetch();
        machines.forEach(machine -> machine.setName("one"));
        ctx.batchUpdate(machines).execute();
        assertThat(Machines.names(ctx)).containsOnly(entry(1L, "one"), entry(2L, "one"));

        machines.forEach(machine -> machine.setName("two"));
        SAVE.rows(machines).execute(ctx);
        assertThat(Machines.names(ctx)).containsOnly(entry(1L, "two"), entry(2L, "two"));

        machines.get(0).setName("three");
        machines.get(1).setHours(7);
        SAVE_TOUCHED.rows(machines).execute(ctx);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 5), entry("mill", 7));
    }

    @Test
    void bothStoreRecords(DSLContext ctx) {
        MachineRecord saw = new MachineRecord();
        saw.setId(3L);
        saw.setCode("saw");

        ctx.batchMerge(saw).execute();
        bulkUpsert(MACHINE).key(MACHINE.ID).set(MACHINE.CODE).rows(saw).execute(ctx);

        assertThat(Machines.hours(ctx)).containsKeys("lathe", "mill", "saw");
    }

    @Test
    void plainJooqLosesAnIncrementWhereAKeyComesTwice(DSLContext ctx) {
        fromValues(ctx, LATHE_TWICE);

        assertThat(Machines.hours(ctx)).containsEntry("lathe", 15);
    }

    @Test
    void aBulkUpdateRefusesAKeyTwiceOrAddsBoth(DSLContext ctx) {
        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> ADD_HOURS.rows(LATHE_TWICE).execute(ctx))
                .withMessageContaining("the same key as in row 1");

        ADD_HOURS.duplicates(FOLD).rows(LATHE_TWICE).execute(ctx);

        assertThat(Machines.hours(ctx)).containsEntry("lathe", 25);
    }

    @Test
    void plainJooqMakesANullColumnOfANullIncrement(DSLContext ctx) {
        oneByOne(ctx, List.of(new Usage("lathe", null)));

        assertThat(Machines.hours(ctx)).containsEntry("lathe", null);
    }

    @Test
    void aNullIncrementIsNone(DSLContext ctx) {
        ADD_HOURS.rows(new Usage("lathe", null)).execute(ctx);

        assertThat(Machines.hours(ctx)).containsEntry("lathe", 5);
    }

    @Test
    void nullsOfPlainValuesHaveNoType(DSLContext ctx) {
        Field<Integer> hours = field(name("incoming", "hours"), MACHINE.HOURS.getDataType());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> ctx.update(MACHINE)
                        .set(MACHINE.HOURS, hours)
                        .from(values(row("lathe", (Object) null), row("mill", (Object) null))
                                .as("incoming", "code", "hours"))
                        .where(MACHINE.CODE.eq(field(name("incoming", "code"), String.class)))
                        .execute())
                .withMessageContaining("column \"hours\" is of type integer but expression is of type text");
    }

    @Test
    void nullsOfABulkUpdateHaveTheColumnsType(DSLContext ctx) {
        // spotless:off
        BulkUpdate<MachineRecord, Usage> set = bulkUpdate(MACHINE, Usage.class)
                .key(MACHINE.CODE).from(Usage::code)
                .set(MACHINE.HOURS).from(Usage::hours);
        // spotless:on

        set.rows(new Usage("lathe", null), new Usage("mill", null)).execute(ctx);

        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", null), entry("mill", null));
    }

    @Test
    void theLoaderReadsCsvAndKeepsErrors(DSLContext ctx) throws IOException {
        Loader<MachineRecord> loaded = ctx.loadInto(MACHINE)
                .onErrorIgnore()
                .loadCSV("code,hours\nsaw,1\nlathe,2\n")
                .fields(MACHINE.CODE, MACHINE.HOURS)
                .execute();

        assertThat(loaded.stored()).isEqualTo(1);
        assertThat(loaded.errors()).hasSize(1);
        assertThat(Machines.hours(ctx)).containsOnly(entry("lathe", 5), entry("mill", 5), entry("saw", 1));
    }
}
