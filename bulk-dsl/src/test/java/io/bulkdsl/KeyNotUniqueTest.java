// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.notDistinct;
import static io.bulkdsl.contract.Status.INSERTED;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.NODEF;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.HitRecord;
import io.bulkdsl.testdb.public_.tables.records.NodefRecord;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The upsert without a unique index: many rows of a key, one new row of a new key, and a lock only for that. */
@PostgresTest(migrations = "classpath:db/migration")
class KeyNotUniqueTest {

    // spotless:off
    record Visit(@Nullable String page, int hits) {}

    /** The table has no key at all. */
    static final BulkUpsert<HitRecord, Visit> HITS = bulkUpsert(HIT, Visit.class)
            .key(HIT.PAGE).from(Visit::page)
            .set(HIT.HITS, incr()).from(Visit::hits)
            .setOnInsert(HIT.VISITOR).from(visit -> "new")
            .keyNotUnique();

    /** The table has a primary key, which isn't this one. */
    static final BulkUpsert<TmRecord, Visit> NAMES = bulkUpsert(TM, Visit.class)
            .key(TM.NAME).from(Visit::page)
            .set(TM.INT_FIELD).from(Visit::hits)
            .keyNotUnique();
    // spotless:on

    @Test
    void updatesThenInserts(DSLContext ctx) {
        assertThatSql(HITS.rows(new Visit("a", 1))).rendersSql("""
                        with
                          "incoming" as (
                            select *
                            from (values (?, ?, ?, ?)) as "incoming" ("row_number", "page", "hits", "visitor")),
                          "found" as (
                            select "incoming"."row_number", "incoming"."page", "incoming"."hits", "incoming"."visitor"
                            from "public"."hit", "incoming"
                            where "public"."hit"."page" = cast("incoming"."page" as text)),
                          "updated" as (
                            update "public"."hit"
                            set "hits" = coalesce(
                              ("public"."hit"."hits" + "found"."hits"), "found"."hits", "public"."hit"."hits")
                            from "found"
                            where "public"."hit"."page" = cast("found"."page" as text)
                            returning "found"."row_number"),
                          "inserted" as (
                            insert into "public"."hit" ("page", "hits", "visitor")
                            select "incoming"."page", "incoming"."hits", "incoming"."visitor"
                            from "incoming"
                            where (not exists (
                              select 1 from "found" where "found"."row_number" = "incoming"."row_number"))
                            order by "incoming"."page"
                            returning "public"."hit"."page" as "k1")
                        select *
                        from (
                          select "updated"."row_number", 'UPDATED' from "updated"
                          union all
                          select "found"."row_number", 'UNCHANGED'
                          from "found"
                          where (not exists (
                            select 1 from "updated" where "updated"."row_number" = "found"."row_number"))
                          union all
                          select coalesce("incoming"."row_number", cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)), 'INSERTED'
                          from "inserted" left outer join "incoming" on "inserted"."k1" = cast("incoming"."page" as text))
                          as "told" ("row_number", "status")
                        """).withBinds(1, "a", 1, "new");
        assertThat(HITS.rows(new Visit("b", 10), new Visit("a", 20)).execute(ctx))
                .isEqualTo(2);
        assertThat(hits(ctx)).containsExactly("a new 20", "b new 10");
        ctx.insertInto(HIT).values("a", "me", null).execute();
        ctx.insertInto(HIT).values("c", "me", 5).execute();
        assertThat(HITS.rows(new Visit("d", 1), new Visit("a", 1)).execute(ctx)).isEqualTo(3);
        assertThat(hits(ctx)).containsExactly("a me 1", "a new 21", "b new 10", "c me 5", "d new 1");
        assertThat(HITS.rows().execute(ctx)).isZero();
    }

    @Test
    void comparesByThePrimaryKeyWhereThereIsOne(DSLContext ctx) {
        assertThatSql(NAMES.onlyChanged().rows(new Visit("a", 1)).returning(TM.ID))
                .rendersSql("""
                        with
                          "incoming" as (
                            select * from (values (?, ?, ?)) as "incoming" ("row_number", "name", "int_field")),
                          "found" as (
                            select
                              "incoming"."row_number", "incoming"."name", "incoming"."int_field",
                              "public"."tm"."id" as "target_1", "public"."tm"."id" as "o1"
                            from "public"."tm", "incoming"
                            where (
                              "public"."tm"."name" = cast("incoming"."name" as varchar(50))
                              and (coalesce(char_length(rtrim("incoming"."name")), 0) <= 50))),
                          "updated" as (
                            update "public"."tm"
                            set "int_field" = "found"."int_field"
                            from "found"
                            where (
                              "public"."tm"."id" = "found"."target_1"
                              and "public"."tm"."name" = cast("found"."name" as varchar(50))
                              and "public"."tm"."int_field" is distinct from "found"."int_field")
                            returning "found"."row_number", "found"."target_1", "public"."tm"."id" as "c1"),
                          "inserted" as (
                            insert into "public"."tm" ("name", "int_field")
                            select "incoming"."name", "incoming"."int_field"
                            from "incoming"
                            where (not exists (
                              select 1 from "found" where "found"."row_number" = "incoming"."row_number"))
                            order by "incoming"."name"
                            returning "public"."tm"."name" as "k1", "public"."tm"."id" as "c1")
                        select "told"."c1" as "id"
                        from (
                          select "updated"."row_number", 'UPDATED', "updated"."c1" from "updated"
                          union all
                          select "found"."row_number", 'UNCHANGED', "found"."o1"
                          from "found"
                          where (not exists (
                            select 1
                            from "updated"
                            where (
                              "updated"."target_1" = "found"."target_1"
                              and "updated"."row_number" = "found"."row_number")))
                          union all
                          select coalesce("incoming"."row_number", cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)), 'INSERTED', "inserted"."c1"
                          from "inserted" left outer join "incoming" on "inserted"."k1" = cast("incoming"."name" as varchar(50)))
                          as "told" ("row_number", "status", "c1")
                        where "told"."status" in (?, ?)
                        """);
    }

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
    void insertsAreTheOnlyReasonForTheLock(DSLContext ctx) {
        HITS.rows(new Visit("a", 1), new Visit("b", 1)).execute(ctx);
        ctx.transaction(trx -> {
            assertThat(HITS.rows(new Visit("b", 1), new Visit("a", 1)).execute(trx.dsl()))
                    .isEqualTo(2);
            assertThat(locks(trx.dsl())).contains("RowExclusiveLock").doesNotContain("ShareRowExclusiveLock");
            assertThat(HITS.doNothing().rows(new Visit("b", 1)).execute(trx.dsl()))
                    .isZero();
            assertThat(locks(trx.dsl())).doesNotContain("ShareRowExclusiveLock");
            assertThat(HITS.rows(new Visit("a", 1), new Visit("c", 1)).execute(trx.dsl()))
                    .isEqualTo(2);
            assertThat(locks(trx.dsl())).contains("ShareRowExclusiveLock");
        });
        assertThat(locks(ctx)).doesNotContain("ShareRowExclusiveLock");
        assertThat(hits(ctx)).containsExactly("a new 3", "b new 2", "c new 1");
    }

    @Test
    void repeatableReadIsRefused(DSLContext ctx) {
        HITS.rows(new Visit("a", 1)).execute(ctx);
        for (String row : List.of("a", "n")) {
            assertThatThrownBy(() -> ctx.transaction(trx -> {
                        trx.dsl().execute("set transaction isolation level repeatable read");
                        HITS.rows(new Visit(row, 1)).execute(trx.dsl());
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "bulkUpsert of hit: keyNotUnique() can't see in a repeatable read transaction what others"
                                    + " have inserted; use read committed or serializable");
        }
        assertThat(hits(ctx)).containsExactly("a new 1");
        ctx.transaction(trx -> {
            trx.dsl().execute("set transaction isolation level serializable");
            assertThat(HITS.rows(new Visit("a", 1), new Visit("n", 1)).execute(trx.dsl()))
                    .isEqualTo(2);
        });
        assertThat(hits(ctx)).containsExactly("a new 2", "n new 1");
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

    /** Another transaction has the rows changed and then gone before this one gets them: what was to be updated is new. */
    @Test
    @Timeout(60)
    void aRowThatVanishesMeanwhileIsCreated(DSLContext ctx) throws Exception {
        HITS.rows(new Visit("a", 1), new Visit("b", 1)).execute(ctx);
        CompletableFuture<Totals> waiting = new CompletableFuture<>();
        ctx.transaction(trx -> {
            trx.dsl().deleteFrom(HIT).where(HIT.PAGE.eq("a")).execute();
            CompletableFuture.runAsync(() -> {
                try {
                    waiting.complete(HITS.rows(new Visit("a", 10), new Visit("b", 10))
                            .fetchOutcomes(ctx)
                            .totals());
                } catch (RuntimeException e) {
                    waiting.completeExceptionally(e);
                }
            });
            while (ctx.fetchCount(
                            DSL.table("pg_stat_activity"),
                            DSL.condition("wait_event_type = 'Lock' and datname = current_database()"))
                    == 0) {
                Thread.onSpinWait();
            }
        });
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new Totals(1, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(hits(ctx)).containsExactly("a new 10", "b new 11");
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

    private static List<String> locks(DSLContext ctx) {
        return ctx.fetch("select mode from pg_locks where relation = 'hit'::regclass and database ="
                        + " (select oid from pg_database where datname = current_database())")
                .getValues(0, String.class);
    }

    private static List<String> nodefs(DSLContext ctx) {
        return ctx.selectFrom(NODEF).orderBy(NODEF.T, NODEF.A).fetch(nodef -> nodef.getT() + " " + nodef.getA());
    }

    private static List<String> hits(DSLContext ctx) {
        return ctx.selectFrom(HIT)
                .orderBy(HIT.PAGE, HIT.VISITOR)
                .fetch(hit -> hit.getPage() + " " + hit.getVisitor() + " " + hit.getHits());
    }
}
