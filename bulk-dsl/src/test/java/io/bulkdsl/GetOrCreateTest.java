// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.Operators.eqBy;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.testdb.public_.Tables.ACCOUNT;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import io.bulkdsl.testdb.public_.tables.records.TwokeyRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All rows come back, whoever creates them. */
@PostgresTest(migrations = "classpath:db/migration")
@Timeout(60)
class GetOrCreateTest {

    // spotless:off
    private static final GetOrCreate<MemberRecord, String> JOIN = getOrCreate(MEMBER, String.class)
            .key(MEMBER.NAME).from(name -> name)
            .set(MEMBER.POINTS).from(String::length);
    // spotless:on

    private final ExecutedSql executed = new ExecutedSql();

    /** What is asked once of a database, about its collations, isn't what the tests look at. */
    @BeforeEach
    void askWhatIsEqual(DSLContext ctx) {
        JOIN.rows("Emma", "Dune").explain(ctx);
    }

    @Test
    @NotVia(because = "looks at the SQL with VALUES")
    void handsBackAllRows(DSLContext ctx) {
        assertThatSql(JOIN.rows("Emma", "Dune")).rendersSql("""
                        insert into "public"."member" ("name", "points")
                        select "incoming"."name", "incoming"."points"
                        from (values (?, ?), (?, ?)) as "incoming" ("name", "points")
                        order by "incoming"."name"
                        on conflict ("name") do nothing
                        """).withBinds("Emma", 4, "Dune", 4);
        ctx.execute("insert into member (name, points) values ('Dune', 99)");
        var outcomes = JOIN.rows("Emma", "Dune")
                .returning(MEMBER.NAME, MEMBER.POINTS, MEMBER.SHOUT)
                .fetchOutcomes(executed.of(ctx));
        assertThat(OutcomeText.of(outcomes))
                .containsExactly("1 INSERTED [Emma, 4, EMMA]", "2 UNCHANGED [Dune, 99, DUNE]");
        assertThat(outcomes.stream().map(Outcome::created)).containsExactly(true, false);
        assertThat(outcomes.stream().map(Outcome::element)).containsExactly("Emma", "Dune");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=1, unchanged=1");
        assertThatSql(executed.only()).rendersSql("""
                        with "incoming" as (
                          select * from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("row_number", "name", "points")),
                        "inserted" as (
                          insert into "public"."member" ("name", "points")
                          select "incoming"."name", "incoming"."points" from "incoming"
                          order by "incoming"."name"
                          on conflict ("name") do nothing
                          returning "public"."member"."name" as "k1", true as "is_new",
                            "public"."member"."name" as "c1",
                            "public"."member"."points" as "c2",
                            "public"."member"."shout" as "c3"),
                        "written" as (
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status",
                            "inserted"."c1", "inserted"."c2", "inserted"."c3"
                          from "inserted" left outer join "incoming" on "inserted"."k1" = cast("incoming"."name" as text))
                        (select "written"."row_number", "written"."status", "written"."c1", "written"."c2", "written"."c3"
                        from "written")
                        union all
                        (select "incoming"."row_number", 'UNCHANGED',
                          "public"."member"."name", "public"."member"."points", "public"."member"."shout"
                        from "public"."member", "incoming"
                        where (
                          "public"."member"."name" = cast("incoming"."name" as text)
                          and (not exists (
                            select 1 from "written" where "written"."row_number" = "incoming"."row_number"))))
                        """).withBinds(1, "Emma", 4, 2, "Dune", 4);
    }

    @Test
    void theOtherWaysToAsk(DSLContext ctx) {
        ctx.execute("insert into member (name, points) values ('Dune', 99)");
        var some = JOIN.rows("Emma", "Dune").returning(MEMBER.NAME);
        assertThat(Undone.call(ctx, some::fetch).getValues(MEMBER.NAME)).containsExactlyInAnyOrder("Emma", "Dune");
        assertThat(Undone.call(ctx, some::fetchRows))
                .extracting(
                        row -> row.rowNumber() + row.element() + row.record().value1())
                .containsExactly("1EmmaEmma", "2DuneDune");
        assertThat(OutcomeText.of(Undone.call(ctx, JOIN.rows("Emma", "Dune")::fetchOutcomes)))
                .containsExactly("1 INSERTED", "2 UNCHANGED");
        assertThat(JOIN.rows("Emma", "Dune").execute(ctx)).isEqualTo(1);
        assertThat(JOIN.rows("Emma", "Dune").execute(ctx)).isZero();
        assertThat(JOIN.rows().execute(executed.of(ctx))).isZero();
        assertThat(JOIN.rows().returning(MEMBER.ID).fetch(executed.of(ctx))).isEmpty();
        assertThat(executed.all()).isEmpty();
    }

    @Test
    void idsAreThoseInTheTable(DSLContext ctx) {
        JOIN.rows("a", "b").execute(ctx);
        for (var outcome : JOIN.rows("c", "b", "d", "a").returning(MEMBER).fetchOutcomes(ctx)) {
            MemberRecord member = outcome.record().orElseThrow();
            assertThat(ctx.fetchValue(MEMBER.NAME, MEMBER.ID.eq(member.getId())))
                    .isEqualTo(outcome.element());
            assertThat(member.changed()).isFalse();
        }
    }

    @Test
    @NotVia(because = "looks at the SQL with VALUES")
    void aRowThatAnotherTransactionCreatesIsHandedBack(DSLContext ctx) throws Exception {
        var outcomes = Meanwhile.during(
                ctx, "insert into member (name, points) values ('Dune', 99)", () -> JOIN.rows("Emma", "Dune")
                        .returning(MEMBER.NAME, MEMBER.POINTS)
                        .fetchOutcomes(executed.of(ctx)));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [Emma, 4]", "2 UNCHANGED [Dune, 99]");
        assertThat(executed.all()).hasSize(2);
        assertThatSql(executed.all().get(1)).rendersSql("""
                        with "incoming" as (
                          select * from (values (?, ?, ?)) as "incoming" ("row_number", "name", "points")),
                        "inserted" as (
                          insert into "public"."member" ("name", "points")
                          select "incoming"."name", "incoming"."points" from "incoming"
                          order by "incoming"."name"
                          on conflict ("name") do update set "name" = "public"."member"."name"
                          returning "public"."member"."name" as "k1", (xmax = 0) as "is_new",
                            "public"."member"."name" as "c1", "public"."member"."points" as "c2"),
                        "written" as (
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UNCHANGED' end as "status",
                            "inserted"."c1", "inserted"."c2"
                          from "inserted" left outer join "incoming" on "inserted"."k1" = cast("incoming"."name" as text))
                        select "written"."row_number", "written"."status", "written"."c1", "written"."c2"
                        from "written"
                        """).withBinds(2, "Dune", 4);
        assertThat(ctx.fetchCount(MEMBER)).isEqualTo(2);
    }

    @Test
    void nothingIsAskedTwiceWhereNoValuesAreAskedFor(DSLContext ctx) throws Exception {
        int created = Meanwhile.during(
                ctx, "insert into member (name, points) values ('Dune', 99)", () -> JOIN.rows("Emma", "Dune")
                        .execute(executed.of(ctx)));
        assertThat(created).isEqualTo(1);
        assertThat(executed.about(MEMBER)).hasSize(1);
    }

    @Test
    void aRowThatIsDeletedMeanwhileIsCreated(DSLContext ctx) throws Exception {
        JOIN.rows("Dune").execute(ctx);
        var outcomes = Meanwhile.during(ctx, "delete from member where name = 'Dune'", () -> JOIN.rows("Dune")
                .returning(MEMBER.NAME)
                .fetchOutcomes(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [Dune]");
        assertThat(ctx.fetchCount(MEMBER)).isEqualTo(1);
    }

    @Test
    void aRowThatIsDeletedBetweenTheStatementsIsCreated(DSLContext ctx) throws Exception {
        DSLContext deleting = executed.of(ctx)
                .configuration()
                .deriveAppending(ExecuteListener.onStart((ExecuteContext execution) -> {
                    if (executed.about(MEMBER).size() == 1) {
                        ctx.deleteFrom(MEMBER).execute();
                    }
                }))
                .dsl();
        var outcomes =
                Meanwhile.during(ctx, "insert into member (name, points) values ('Dune', 99)", () -> JOIN.rows("Dune")
                        .returning(MEMBER.NAME, MEMBER.POINTS)
                        .fetchOutcomes(deleting));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [Dune, 4]");
        assertThat(executed.about(MEMBER)).hasSize(2);
    }

    @Test
    void duplicates(DSLContext ctx) {
        assertThatThrownBy(() -> JOIN.rows("a", "b", "a").execute(executed.of(ctx)))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 3, column member.name: the same key as in row 1");
        assertThat(executed.all()).isEmpty();
        assertThat(OutcomeText.of(JOIN.duplicates(FIRST)
                        .rows("a", "b", "a")
                        .returning(MEMBER.NAME)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [a]", "2 INSERTED [b]", "3 DUPLICATE");
        var folded = getOrCreate(MEMBER, String.class)
                .key(MEMBER.NAME)
                .from(name -> name)
                .duplicates(FOLD)
                .rows("b", "c", "b", "c")
                .returning(MEMBER.NAME)
                .fetchOutcomes(ctx);
        assertThat(OutcomeText.of(folded))
                .containsExactly("1 UNCHANGED [b]", "2 INSERTED [c]", "3 UNCHANGED [b]", "4 INSERTED [c]");
        assertThat(OutcomeText.of(folded.totals())).isEqualTo("inserted=1, unchanged=1");
    }

    @Test
    void ofTheSameKeyOneRowForEach(DSLContext ctx) {
        var named = JOIN.duplicates(FOLD).rows("a", "b", "a").returning(MEMBER.NAME);
        assertThat(named.fetchRows(ctx))
                .extracting(row -> row.rowNumber() + " " + row.element() + " "
                        + row.record().value1())
                .containsExactly("1 a a", "2 b b", "3 a a");
        assertThat(named.fetchRows(ctx)).as("found").hasSize(3);
        assertThat(named.fetch(ctx)).as("rows of the table").hasSize(2);
    }

    @Test
    void keysThatTheServerTakesForTheSame(DSLContext ctx) {
        var tags = getOrCreate(TAG, String.class)
                .key(TAG.NAME)
                .from(name -> name)
                .set(TAG.HITS)
                .from(name -> 0);
        tags.rows("Emma").execute(ctx);
        assertThat(OutcomeText.of(tags.rows("dune", "EMMA").returning(TAG.NAME).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [dune]", "2 UNCHANGED [Emma]");
        var numbers =
                getOrCreate(DECKEY, BigDecimal.class).key(DECKEY.K).from(k -> k).duplicates(FOLD);
        var told = numbers.rows(new BigDecimal("1.001"), new BigDecimal("1.002"), new BigDecimal("1.0"))
                .returning(DECKEY.ID, DECKEY.K)
                .fetchOutcomes(ctx);
        assertThat(told.stream().map(Outcome::record))
                .allMatch(record -> record.orElseThrow().value2().equals(new BigDecimal("1.00")));
        assertThat(OutcomeText.of(told.totals())).isEqualTo("inserted=1");
    }

    @Test
    void uniqueByAnExpression(DSLContext ctx) {
        // spotless:off
        var accounts = getOrCreate(ACCOUNT, String.class)
                .key(ACCOUNT.EMAIL, eqBy(email -> DSL.lower(email))).from(email -> email)
                .set(ACCOUNT.VISITS).from(email -> 1);
        // spotless:on
        accounts.rows("Emma@x").execute(ctx);
        assertThat(OutcomeText.of(accounts.rows("dune@x", "EMMA@X")
                        .returning(ACCOUNT.EMAIL, ACCOUNT.VISITS)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [dune@x, 1]", "2 UNCHANGED [Emma@x, 1]");
        assertThatThrownBy(() -> accounts.rows("a@x", "A@x").execute(ctx)).isInstanceOf(InvalidRowException.class);
    }

    @Test
    void ofRecords(DSLContext ctx) {
        ctx.execute("insert into twokey (a, b, v) values (1, 2, 'there')");
        var outcomes = getOrCreate(TWOKEY)
                .keys(TWOKEY.A, TWOKEY.B)
                .set(TWOKEY.V)
                .rows(
                        new TwokeyRecord().setA(1).setB(2).setV("new"),
                        new TwokeyRecord().setA(2).setB(1).setV("new"))
                .returning(TWOKEY.A, TWOKEY.B, TWOKEY.V)
                .fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 UNCHANGED [1, 2, there]", "2 INSERTED [2, 1, new]");
    }

    @Test
    void nullsCanStandForDefaults(DSLContext ctx) {
        // spotless:off
        var members = getOrCreate(MEMBER, String.class)
                .key(MEMBER.NAME).from(name -> name)
                .set(MEMBER.POINTS).fromOrDefault(name -> name.equals("a") ? null : 7);
        // spotless:on
        members.rows("c").execute(ctx);
        assertThat(OutcomeText.of(
                        members.rows("b", "a", "c").returning(MEMBER.POINTS).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [7]", "2 INSERTED [10]", "3 UNCHANGED [7]");
    }

    @Test
    void worksInTheCallersTransaction(DSLContext ctx) {
        var returning = JOIN.rows("a", "b").returning(MEMBER.NAME);
        assertThat(OutcomeText.of(Undone.call(ctx, returning::fetchOutcomes)))
                .containsExactly("1 INSERTED [a]", "2 INSERTED [b]");
        assertThat(ctx.fetchCount(MEMBER)).isZero();
    }

    @Test
    void nullKeysAreRefused(DSLContext ctx) {
        List<TwokeyRecord> records = List.of(new TwokeyRecord().setA(1));
        assertThatThrownBy(() -> getOrCreate(TWOKEY)
                        .keys(TWOKEY.A, TWOKEY.B)
                        .rows(records)
                        .execute(executed.of(ctx)))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("twokey.b");
        assertThat(executed.all()).isEmpty();
    }
}
