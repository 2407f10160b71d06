// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.faq;

import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.faq.MachineStatements.CREATE;
import static io.bulkdsl.docs.faq.MachineStatements.REPORT;
import static io.bulkdsl.docs.faq.MachineStatements.SET_HOURS;
import static io.bulkdsl.docs.faq.MachineStatements.TAG;
import static io.bulkdsl.docs.faq.MachineStatements.UNTAG;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bulkdsl.Outcome;
import io.bulkdsl.docs.db.tables.records.MachineRecord;
import io.bulkdsl.docs.faq.MachineStatements.Details;
import io.bulkdsl.docs.faq.MachineStatements.Usage;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of each row. */
@PostgresTest(migrations = "classpath:db/migration")
class OutcomesTest {

    private static final String INSERTED_BY_XMAX = """
            insert into machine (code, hours) values ('lathe', 10), ('saw', 1)
            on conflict (code) do update set hours = excluded.hours
            returning code, xmax = 0 as inserted
            """;

    private static final String INSERTED_BY_OLD = """
            insert into machine (code, hours) values ('lathe', 10), ('saw', 1)
            on conflict (code) do update set hours = excluded.hours
            returning new.code, old.id is null as inserted
            """;

    @BeforeEach
    void machines(DSLContext ctx) {
        ctx.execute("insert into machine (code, hours) values ('lathe', 5), ('mill', 5)");
    }

    @Test
    void xmaxTellsInsertedFromUpdated(DSLContext ctx) {
        assertThat(ctx.fetch(INSERTED_BY_XMAX)
                        .intoMap(row -> row.get("code", String.class), row -> row.get("inserted")))
                .containsEntry("lathe", false)
                .containsEntry("saw", true);
    }

    @Test
    void rowsThatWhereKeepsAreNotReturned(DSLContext ctx) {
        assertThat(ctx.fetch(INSERTED_BY_XMAX.replace(
                        "returning", "where machine.hours is distinct from excluded.hours returning")))
                .hasSize(2);
        assertThat(ctx.fetch(INSERTED_BY_XMAX.replace(
                        "returning", "where machine.hours is distinct from excluded.hours returning")))
                .isEmpty();
    }

    @Test
    void oldTellsInsertedFromUpdated(DSLContext ctx) {
        assumeTrue(ctx.fetchOne("show server_version_num").get(0, Integer.class) >= 180000, "since PostgreSQL 18");

        assertThat(ctx.fetch(INSERTED_BY_OLD).intoMap(row -> row.get("code", String.class), row -> row.get("inserted")))
                .containsEntry("lathe", false)
                .containsEntry("saw", true);
    }

    @Test
    void outcomesTellOfEveryRow(DSLContext ctx) {
        var outcomes = REPORT.rows(new Usage("saw", 1), new Usage("mill", 5), new Usage("lathe", 10))
                .fetchOutcomes(ctx);

        assertThat(outcomes.rows()).extracting(Outcome::status).containsExactly(INSERTED, UNCHANGED, UPDATED);
    }

    @Test
    void generatedIdsComeWithTheirElements(DSLContext ctx) {
        List<Usage> usages = List.of(new Usage("saw", 1), new Usage("press", 2), new Usage("drill", 3));

        List<Long> ids = CREATE.rows(usages).returning(MACHINE.ID).fetchRows(ctx).stream()
                .map(row -> row.record().value1())
                .toList();

        assertThat(ids)
                .extracting(id -> ctx.fetchValue(MACHINE.CODE, MACHINE.ID.eq(id)))
                .containsExactly("saw", "press", "drill");
    }

    @Test
    void unchangedRowsAreNotWritten(DSLContext ctx) {
        int written = SET_HOURS
                .onlyChanged()
                .rows(new Usage("lathe", 5), new Usage("mill", 6))
                .execute(ctx);

        assertThat(written).isEqualTo(1);
    }

    @Test
    void unchangedRowsAreLeftOutByTheCondition() {
        assertThatSql(SET_HOURS.onlyChanged().rows(new Usage("lathe", 5), new Usage("mill", 6)))
                .rendersSql("""
                        update "public"."machine"
                        set "hours" = "incoming"."hours"
                        from (values (?, ?), (?, ?)) as "incoming" ("code", "hours")
                        where (
                          "public"."machine"."code" = "incoming"."code"
                          and "public"."machine"."hours" is distinct from "incoming"."hours"
                        )
                        """);
    }

    @Test
    void documentsAndArraysAreMerged(DSLContext ctx) {
        ctx.execute("update machine set tags = '{old,big}', settings = '{\"speed\": 1, \"oil\": \"A\"}'");
        Details lathe = new Details("lathe", new String[] {"big", "loud"}, "old", jsonb("{\"speed\": 2}"));

        TAG.rows(lathe).execute(ctx);
        UNTAG.rows(lathe).execute(ctx);

        MachineRecord written = ctx.fetchSingle(MACHINE, MACHINE.CODE.eq("lathe"));
        assertThat(written.getTags()).containsExactly("big", "loud");
        assertThat(written.getSettings()).isEqualTo(jsonb("{\"oil\": \"A\", \"speed\": 2}"));
    }
}
