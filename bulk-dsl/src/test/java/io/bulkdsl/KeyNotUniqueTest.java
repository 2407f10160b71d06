// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.Visits.HITS;
import static io.bulkdsl.Visits.NAMES;
import static io.bulkdsl.Visits.hits;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.NODEF;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.Visits.Visit;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.NodefRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** The upsert without a unique index: many rows of a key, and one new row of a new key. */
@PostgresTest(migrations = "classpath:db/migration")
class KeyNotUniqueTest {

    @Test
    void tellsOfEveryRowOfTheTable(DSLContext ctx) {
        ctx.insertInto(TM, TM.NAME, TM.INT_FIELD)
                .values("a", 1)
                .values("a", 2)
                .values("b", 3)
                .values("c", 9)
                .execute();
        var rows = List.of(new Visit("n", 7), new Visit("a", 2), new Visit("b", 3));
        var outcomes =
                NAMES.onlyChanged().rows(rows).returning(TM.ID, TM.INT_FIELD).fetchOutcomesWithOld(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(INSERTED, UPDATED, UNCHANGED);
        assertThat(outcomes.rows().get(1).records())
                .extracting(record -> record.value1() + ":" + record.value2())
                .containsExactly("1:2");
        assertThat(outcomes.rows().get(1).oldRecords())
                .extracting(record -> record.value1() + ":" + record.value2())
                .containsExactly("1:1");
        assertThat(outcomes.totals()).isEqualTo(new Totals(1, 1, 2, 0, 0, 0, 0, 0, 0));
        var all = NAMES.rows(rows).returning(TM.ID).fetchRows(ctx);
        assertThat(all)
                .extracting(row -> row.element().page() + row.record().value1())
                .containsExactlyInAnyOrder("n5", "a1", "a2", "b3");
        assertThat(all).extracting(Returned::rowNumber).containsExactly(1, 2, 2, 3);
        assertThat(NAMES.rows(rows).returning(TM.ID).fetch(ctx).getValues(TM.ID))
                .containsExactlyInAnyOrder(1, 2, 3, 5);
    }

    @Test
    void nullIsAKeyWhereItIsSaidToBe(DSLContext ctx) {
        assertThatThrownBy(() -> HITS.rows(new Visit(null, 1)).execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("notDistinct()");
        // spotless:off
        var nulls = bulkUpsert(HIT, Visit.class)
                .key(HIT.PAGE, notDistinct()).from(Visit::page)
                .set(HIT.HITS, incr()).from(Visit::hits)
                .setOnInsert(HIT.VISITOR).from(visit -> "new")
                .keyNotUnique();
        // spotless:on
        ctx.insertInto(HIT).values(null, "me", 1).execute();
        ctx.insertInto(HIT).values(null, "me", 2).execute();
        var outcomes = nulls.rows(new Visit("a", 5), new Visit(null, 10))
                .returning(HIT.PAGE, HIT.HITS)
                .fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status)).containsExactly(INSERTED, UPDATED);
        assertThat(outcomes.rows().get(1).records())
                .extracting(record -> record.value2())
                .containsExactlyInAnyOrder(11, 12);
        ctx.deleteFrom(HIT).execute();
        assertThat(nulls.rows(new Visit(null, 3))
                        .fetchOutcomes(ctx)
                        .rows()
                        .get(0)
                        .created())
                .isTrue();
        assertThat(nulls.rows(new Visit(null, 4)).execute(ctx)).isEqualTo(1);
        assertThat(hits(ctx)).containsExactly("null new 7");
    }

    @Test
    void missingColumnsMatterToNewRowsOnly(DSLContext ctx) {
        // spotless:off
        var texts = bulkUpsert(NODEF, Visit.class)
                .key(NODEF.T).from(Visit::page)
                .setOnUpdate(NODEF.A, expr(a -> a.plus(1)))
                .keyNotUnique();
        // spotless:on
        ctx.insertInto(NODEF, NODEF.A, NODEF.T)
                .values(1, "x")
                .values(5, "x")
                .values(7, "y")
                .execute();
        assertThat(texts.rows(new Visit("y", 0), new Visit("x", 0)).execute(ctx))
                .isEqualTo(3);
        List<String> before = nodefs(ctx);
        assertThat(before).containsExactly("x 2", "x 6", "y 8");
        for (var call : List.<ThrowingCallable>of(
                () -> texts.rows(new Visit("x", 0), new Visit("n", 0)).execute(ctx),
                () -> ctx.transaction(
                        trx -> texts.rows(new Visit("x", 0), new Visit("n", 0)).execute(trx.dsl())))) {
            assertThatThrownBy(call).isInstanceOf(BulkException.class).satisfies(e -> assertThat(
                            ((DataAccessException) e).sqlState())
                    .isEqualTo("23502"));
            assertThat(nodefs(ctx)).isEqualTo(before);
        }
        assertThatThrownBy(() -> bulkUpsert(NODEF, Visit.class)
                        .key(NODEF.ID)
                        .from(Visit::hits)
                        .set(NODEF.A)
                        .from(Visit::hits)
                        .rows(new Visit("x", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nodef.t is NOT NULL without a default")
                .hasMessageContaining("keyNotUnique()");
    }

    @Test
    void narrowsWhatChanges(DSLContext ctx) {
        ctx.insertInto(HIT).values("a", "me", 1).execute();
        ctx.insertInto(HIT).values("a", "you", 2).execute();
        var mine = HITS.where(HIT.VISITOR.eq("me"));
        assertThat(mine.rows(new Visit("a", 10), new Visit("b", 10)).execute(ctx))
                .isEqualTo(2);
        assertThat(hits(ctx)).containsExactly("a me 11", "a you 2", "b new 10");
        assertThat(HITS.doNothing().rows(new Visit("a", 10), new Visit("c", 10)).execute(ctx))
                .isEqualTo(1);
        assertThat(hits(ctx)).containsExactly("a me 11", "a you 2", "b new 10", "c new 10");
    }

    @Test
    void setsWhatDependsOnTheBranch(DSLContext ctx) {
        // spotless:off
        var upsert = bulkUpsert(TM, Visit.class)
                .key(TM.NAME).from(Visit::page)
                .setOnUpdate(TM.INT_FIELD, incr()).from(Visit::hits)
                .setOnInsert(TM.ARRAY_FIELD).from(visit -> new Integer[] {visit.hits()})
                .setWhenChanged(TM.BIG_ARRAY_FIELD, expr(old -> coalesce(old, inline(new Long[] {}))))
                .keyNotUnique();
        // spotless:on
        upsert.rows(new Visit("a", 1), new Visit("b", 2)).execute(ctx);
        upsert.rows(new Visit("a", 10)).execute(ctx);
        assertThat(ctx.selectFrom(TM)
                        .orderBy(TM.ID)
                        .fetch(tm -> tm.getName() + " " + tm.getIntField() + " " + tm.getArrayField()[0] + " "
                                + tm.getBigArrayField().length))
                .containsExactly("a 10 1 0", "b null 2 0");
    }

    @Test
    void duplicatesInTheInput(DSLContext ctx) {
        var twice = List.of(new Visit("a", 1), new Visit("b", 1), new Visit("a", 10));
        assertThatThrownBy(() -> HITS.rows(twice).execute(ctx)).isInstanceOf(InvalidRowException.class);
        assertThat(HITS.duplicates(Duplicates.FOLD).rows(twice).execute(ctx)).isEqualTo(2);
        assertThat(hits(ctx)).containsExactly("a new 11", "b new 1");
    }

    @Test
    void oldValuesNeedThePrimaryKeyBeforeTheServerReturnsThem(DSLContext ctx) {
        HITS.rows(new Visit("a", 1)).execute(ctx);
        int server = ctx.connectionResult(connection -> connection.getMetaData().getDatabaseMajorVersion());
        var statement = HITS.rows(new Visit("a", 1)).returning(HIT.HITS);
        if (server >= 18) {
            assertThat(statement
                            .fetchOutcomesWithOld(ctx)
                            .rows()
                            .get(0)
                            .oldRecord()
                            .orElseThrow()
                            .value1())
                    .isEqualTo(1);
        } else {
            assertThatThrownBy(() -> statement.fetchOutcomesWithOld(ctx))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("hit has none");
        }
    }

    @Test
    void takesRecords(DSLContext ctx) {
        var records = bulkUpsert(NODEF).keys(NODEF.T).set(NODEF.A).keyNotUnique();
        var first = new NodefRecord().setT("x").setA(1);
        assertThat(records.rows(first, new NodefRecord().setT("y").setA(2)).execute(ctx))
                .isEqualTo(2);
        assertThat(records.onlyChanged()
                        .rows(first)
                        .fetchOutcomes(ctx)
                        .rows()
                        .get(0)
                        .status())
                .isEqualTo(UNCHANGED);
        assertThat(nodefs(ctx)).containsExactly("x 1", "y 2");
    }

    private static List<String> nodefs(DSLContext ctx) {
        return ctx.selectFrom(NODEF).orderBy(NODEF.T, NODEF.A).fetch(nodef -> nodef.getT() + " " + nodef.getA());
    }
}
