// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.Operators.notIn;
import static io.bulkdsl.testdb.public_.Tables.AUTHOR;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.lower;

import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.Test;

/** The condition over many rows. Nulls and operators are in OperatorsTest. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "a condition isn't executed by a context")
class PdnfTest {

    record Wanted(List<Long> ids, String title) {}

    record Pair(int a, int b) {}

    private static final Pdnf<Wanted> WANTED = pdnf(Wanted.class)
            .key(BOOK.ID, in())
            .from(Wanted::ids)
            .key(BOOK.TITLE)
            .from(Wanted::title);

    private static final Pdnf<Pair> PAIRS =
            pdnf(Pair.class).key(TWOKEY.A).from(Pair::a).key(TWOKEY.B).from(Pair::b);

    @Test
    void isAnOrdinaryCondition(DSLContext ctx) {
        Books.shelve(ctx, 4);
        var condition = WANTED.rows(new Wanted(List.of(1L, 2L), "title 2"), new Wanted(List.of(3L), "title 3"));
        assertThatSql(ctx.select(BOOK.ID).from(BOOK).where(condition)).rendersSql("""
                        select "public"."book"."id" from "public"."book"
                        where (
                          ("public"."book"."id" = any (cast(? as bigint[])) and "public"."book"."title" = ?)
                          or ("public"."book"."id" = any (cast(? as bigint[])) and "public"."book"."title" = ?))
                        """);
        assertThat(ctx.fetchCount(BOOK, condition)).isEqualTo(2);
        assertThat(ctx.fetchCount(BOOK, condition.not())).isEqualTo(2);
        assertThat(ctx.deleteFrom(BOOK).where(condition).execute()).isEqualTo(2);
    }

    @Test
    void noRowsSelectNothing(DSLContext ctx) {
        Books.shelve(ctx, 1);
        assertThatSql(WANTED.rows()).rendersSql("false");
        assertThat(ctx.fetchCount(BOOK, WANTED.rows())).isZero();
    }

    @Test
    void manyRowsAreASemiJoinOverArrays(DSLContext ctx) {
        List<Pair> pairs =
                IntStream.range(0, 101).mapToObj(i -> new Pair(i, 2 * i)).toList();
        assertThatSql(PAIRS.rows(pairs)).rendersSql("""
                        (exists (
                          select 1 from unnest(cast(? as int[]), cast(? as int[])) as "incoming" ("a", "b")
                          where ("public"."twokey"."a" = "incoming"."a" and "public"."twokey"."b" = "incoming"."b")))
                        """);
        ctx.insertInto(TWOKEY, TWOKEY.A, TWOKEY.B)
                .values(3, 6)
                .values(3, 7)
                .values(100, 200)
                .values(101, 202)
                .execute();
        assertThat(ctx.fetchCount(TWOKEY, PAIRS.rows(pairs))).isEqualTo(2);
    }

    @Test
    void theyGoByValuesWhereTheConfigurationPrefersThem(DSLContext ctx) {
        List<Pair> pairs =
                IntStream.range(0, 101).mapToObj(i -> new Pair(i, 2 * i)).toList();
        Condition condition = PAIRS.rows(pairs);
        DSLContext preferring = DSL.using(ctx.configuration().connectionProvider(), SQLDialect.POSTGRES);
        preferring.configuration().data(RowSource.class, RowSource.VALUES);
        assertThat(preferring.render(condition))
                .contains("(values (?, ?), (?, ?)")
                .doesNotContain("unnest");
        assertThat(ctx.render(condition)).contains("unnest");
        ctx.insertInto(TWOKEY, TWOKEY.A, TWOKEY.B).values(3, 6).values(3, 7).execute();
        assertThat(preferring.fetchCount(TWOKEY, condition)).isEqualTo(1);
        assertThat(ctx.fetchCount(TWOKEY, condition)).isEqualTo(1);
    }

    /** jOOQ's own text of an array loses the minus, and dates before Christ are refused. */
    @Test
    void collectionsOfDatesAndIntervalsAreSentAsTheyAre(DSLContext ctx) {
        LocalDate ides = LocalDate.of(-43, 3, 15);
        YearToSecond monthLessASecond = new YearToSecond(new YearToMonth(0, 1), new DayToSecond(0, 0, 0, 1).neg());
        record Age(LocalDate day, YearToSecond period) {}
        // spotless:off
        var ages = pdnf(Age.class)
                .key(WIDE.DA, in()).from(age -> List.of(age.day()))
                .key(WIDE.DU, between()).from(age -> Bounds.of(age.period(), age.period()))
                .key(WIDE.DU, notIn()).from(age -> List.of(age.period().neg()));
        // spotless:on
        Condition written = ages.rows(new Age(ides, monthLessASecond));
        assertThatSql(written).rendersSql("""
                        ("public"."wide"."da" = any (cast(? as date[]))
                         and "public"."wide"."du" between (cast(? as interval[]))[1] and (cast(? as interval[]))[2]
                         and "public"."wide"."du" <> all (cast(? as interval[])))
                        """);
        ctx.execute("""
                insert into wide (da, du) values
                  ('0044-03-15 BC', '1 mon -00:00:01'),
                  ('0044-03-15 BC', '1 mon 00:00:01'),
                  ('0044-03-15', '1 mon -00:00:01')
                """);
        assertThat(ctx.select(WIDE.ID).from(WIDE).where(written).fetch(WIDE.ID)).containsExactly(1);
        assertThat(ctx.fetchValue("select count(*) from wide where " + ctx.renderInlined(written)))
                .isEqualTo(1L);
        Condition joined = ages.rows(Collections.nCopies(21, new Age(ides, monthLessASecond)));
        assertThat(ctx.select(WIDE.ID).from(WIDE).where(joined).fetch(WIDE.ID)).containsExactly(1);
    }

    @Test
    void manyRowsWithCollectionsAreASemiJoinOverArraysOfText(DSLContext ctx) {
        Books.shelve(ctx, 300);
        List<Wanted> wanted = IntStream.range(0, 101)
                .mapToObj(i -> new Wanted(List.of(i + 0L, i + 1L), "title " + i))
                .toList();
        assertThatSql(WANTED.rows(wanted)).rendersSql("""
                        (exists (
                          select 1
                          from (
                            select cast("incoming"."id" as bigint[]) as "id", "incoming"."title"
                            from unnest(cast(? as text[]), cast(? as varchar[])) as "incoming" ("id", "title")
                          ) as "incoming"
                          where ("public"."book"."id" = any ("incoming"."id") and "public"."book"."title" = "incoming"."title")))
                        """);
        assertThat(ctx.fetchCount(BOOK, WANTED.rows(wanted))).isEqualTo(100);
    }

    @Test
    void twentyThousandCompositeKeys(DSLContext ctx) {
        ctx.execute("insert into twokey (a, b) select n / 100, n % 100 from generate_series(1, 200000) n");
        ctx.execute("analyze twokey");
        List<Pair> pairs = IntStream.range(0, 20_000)
                .map(i -> i * 7)
                .mapToObj(i -> new Pair(i / 100, i % 100))
                .toList();
        assertThat(ctx.fetchCount(TWOKEY, PAIRS.rows(pairs))).isEqualTo(19_999);
    }

    @Test
    void columnsMayBeOfSeveralTablesOrExpressions(DSLContext ctx) {
        Books.shelve(ctx, 2);
        ctx.insertInto(AUTHOR).set(AUTHOR.NAME, "Emma").execute();
        ctx.update(BOOK).set(BOOK.AUTHOR_ID, 1).execute();
        record Found(String name, String title) {}
        var found = pdnf(Found.class)
                .key(lower(AUTHOR.NAME))
                .from(Found::name)
                .key(BOOK.TITLE)
                .from(Found::title);
        assertThat(ctx.fetchCount(DSL.select()
                        .from(BOOK)
                        .join(AUTHOR)
                        .on(BOOK.AUTHOR_ID.eq(AUTHOR.ID))
                        .where(found.rows(new Found("emma", "title 2"), new Found("emma", "title 9")))))
                .isEqualTo(1);
    }
}
