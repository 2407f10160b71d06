// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.SqlAssert;
import io.bulkdsl.testkit.TestDatabase;
import java.math.BigDecimal;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The query that asks what becomes of the rows, in all its shapes. What comes of it is in {@link OutcomesTest}. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "looks at the SQL with VALUES")
class OutcomesSqlTest {

    private static final int RETURNS_OLD = 180000;

    private static final Delivery FIVE = new Delivery("isbn-1", 5);

    private static final OutcomesTest.Quote QUOTE = new OutcomesTest.Quote("a", 1);

    @Test
    void update(DSLContext ctx) {
        executedBy(ctx, on -> OutcomesTest.STOCKTAKING.rows(FIVE).fetchOutcomes(on))
                .rendersSql("""
                        update "public"."book" set "stock" = "incoming"."stock"
                        from (values (?, ?, ?)) as "incoming" ("row_number", "isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        returning "incoming"."row_number", 'UPDATED'
                        """)
                .withBinds(1, "isbn-1", 5);
    }

    @Test
    void updateWithValues(DSLContext ctx) {
        executedBy(ctx, on -> OutcomesTest.STOCKTAKING
                        .rows(FIVE)
                        .returning(BOOK.TITLE, BOOK.STOCK)
                        .fetchOutcomes(on))
                .rendersSql("""
                        update "public"."book" set "stock" = "incoming"."stock"
                        from (values (?, ?, ?)) as "incoming" ("row_number", "isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        returning "incoming"."row_number", 'UPDATED',
                          "public"."book"."title" as "c1", "public"."book"."stock" as "c2"
                        """);
    }

    @Test
    void updateWithOldValues(TestDatabase database) {
        assumeTrue(database.serverVersion() >= RETURNS_OLD);
        executedBy(database.dsl(), on -> OutcomesTest.STOCKTAKING
                        .rows(FIVE)
                        .returning(BOOK.STOCK)
                        .fetchOutcomesWithOld(on))
                .rendersSql("""
                        update "public"."book" set "stock" = "incoming"."stock"
                        from (values (?, ?, ?)) as "incoming" ("row_number", "isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        returning "incoming"."row_number", 'UPDATED',
                          "public"."book"."stock" as "c1", "old"."stock" as "o1"
                        """);
    }

    @Test
    void updateWithOldValuesBefore18(DataSource dataSource) {
        executedBy(OlderServer.of(dataSource), on -> OutcomesTest.STOCKTAKING
                        .rows(FIVE)
                        .returning(BOOK.STOCK)
                        .fetchOutcomesWithOld(on))
                .rendersSql("""
                        with "found" as (
                          select "incoming"."row_number", "incoming"."isbn", "incoming"."stock",
                            "public"."book"."id" as "target_1", "public"."book"."stock" as "o1"
                          from "public"."book",
                            (values (?, ?, ?)) as "incoming" ("row_number", "isbn", "stock")
                          where "public"."book"."isbn" = "incoming"."isbn"
                          order by "incoming"."isbn"
                          for no key update of "book"),
                        "updated" as (
                          update "public"."book" set "stock" = "found"."stock" from "found"
                          where (
                            "public"."book"."id" = "found"."target_1" and "public"."book"."isbn" = "found"."isbn")
                          returning "found"."row_number", "found"."target_1",
                            "public"."book"."stock" as "c1", "found"."o1")
                        (select "updated"."row_number", 'UPDATED', "updated"."c1", "updated"."o1" from "updated")
                        union all
                        (select "found"."row_number", 'UNCHANGED', "found"."o1", "found"."o1" from "found"
                        where (not exists (
                          select 1 from "updated"
                          where (
                            "updated"."target_1" = "found"."target_1"
                            and "updated"."row_number" = "found"."row_number"))))
                        """)
                .withBinds(1, "isbn-1", 5);
    }

    @Test
    void updateOnlyChanged(DSLContext ctx) {
        executedBy(ctx, on -> OutcomesTest.STOCKTAKING
                        .onlyChanged()
                        .rows(FIVE)
                        .returning(BOOK.TITLE)
                        .fetchOutcomes(on))
                .rendersSql("""
                        with "found" as (
                          select "incoming"."row_number", "incoming"."isbn", "incoming"."stock",
                            "public"."book"."id" as "target_1", "public"."book"."title" as "o1"
                          from "public"."book",
                            (values (?, ?, ?)) as "incoming" ("row_number", "isbn", "stock")
                          where "public"."book"."isbn" = "incoming"."isbn"),
                        "updated" as (
                          update "public"."book" set "stock" = "found"."stock" from "found"
                          where (
                            "public"."book"."id" = "found"."target_1"
                            and "public"."book"."isbn" = "found"."isbn"
                            and "public"."book"."stock" is distinct from "found"."stock")
                          returning "found"."row_number", "found"."target_1", "public"."book"."title" as "c1")
                        (select "updated"."row_number", 'UPDATED', "updated"."c1" from "updated")
                        union all
                        (select "found"."row_number", 'UNCHANGED', "found"."o1" from "found"
                        where (not exists (
                          select 1 from "updated"
                          where (
                            "updated"."target_1" = "found"."target_1"
                            and "updated"."row_number" = "found"."row_number"))))
                        """);
    }

    @Test
    void updateByOtherOperators(DSLContext ctx) {
        // spotless:off
        var relabel = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.STOCK, ge()).from(Delivery::copies)
                .set(BOOK.TITLE).from(Delivery::isbn);
        // spotless:on
        executedBy(ctx, on -> relabel.rows(FIVE).fetchOutcomes(on)).rendersSql("""
                update "public"."book" set "title" = "incoming"."title"
                from (
                  select distinct on ("public"."book"."id") "public"."book"."id" as "target_1",
                    "incoming"."row_number", "incoming"."stock", "incoming"."title"
                  from "public"."book", (values (?, ?, ?)) as "incoming" ("row_number", "stock", "title")
                  where "public"."book"."stock" >= "incoming"."stock"
                  order by "public"."book"."id", "incoming"."row_number") as "incoming"
                where (
                  "public"."book"."id" = "incoming"."target_1"
                  and "public"."book"."stock" >= "incoming"."stock")
                returning "incoming"."row_number", 'UPDATED'
                """);
    }

    @Test
    void delete(DSLContext ctx, DataSource dataSource) {
        var delete =
                bulkDelete(BOOK, String.class).key(BOOK.ISBN).from(isbn -> isbn).rows("isbn-1");
        executedBy(ctx, delete::fetchOutcomes).rendersSql("""
                delete from "public"."book" using (values (?, ?)) as "incoming" ("row_number", "isbn")
                where "public"."book"."isbn" = "incoming"."isbn"
                returning "incoming"."row_number", 'DELETED'
                """);
        for (DSLContext each : new DSLContext[] {ctx, OlderServer.of(dataSource)}) {
            executedBy(each, on -> delete.returning(BOOK.STOCK).fetchOutcomesWithOld(on))
                    .rendersSql("""
                            delete from "public"."book" using (values (?, ?)) as "incoming" ("row_number", "isbn")
                            where "public"."book"."isbn" = "incoming"."isbn"
                            returning "incoming"."row_number", 'DELETED',
                              "public"."book"."stock", "public"."book"."stock"
                            """);
        }
    }

    @Test
    void upsert(DSLContext ctx) {
        executedBy(ctx, on -> OutcomesTest.QUOTE.rows(QUOTE).fetchOutcomes(on))
                .rendersSql("""
                        with "incoming" as (
                          select * from (values (?, ?, ?)) as "incoming" ("row_number", "sku", "amount")),
                        "inserted" as (
                          insert into "public"."price" ("sku", "amount")
                          select "incoming"."sku", "incoming"."amount" from "incoming"
                          order by "incoming"."sku"
                          on conflict ("sku") do update set "amount" = excluded."amount"
                          returning "public"."price"."sku" as "k1", (xmax = 0) as "is_new"),
                        "written" as (
                          select coalesce("incoming"."row_number", cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status"
                          from "inserted" left outer join "incoming"
                          on "inserted"."k1" = cast("incoming"."sku" as varchar(20)))
                        select "written"."row_number", "written"."status" from "written"
                        """)
                .withBinds(1, "a", new BigDecimal(1));
    }

    @Test
    void upsertWithOldValues(TestDatabase database) {
        assumeTrue(database.serverVersion() >= RETURNS_OLD);
        executedBy(database.dsl(), on -> OutcomesTest.QUOTE
                        .rows(QUOTE)
                        .returning(PRICE.AMOUNT)
                        .fetchOutcomesWithOld(on))
                .rendersSql("""
                        with "incoming" as (
                          select * from (values (?, ?, ?)) as "incoming" ("row_number", "sku", "amount")),
                        "inserted" as (
                          insert into "public"."price" ("sku", "amount")
                          select "incoming"."sku", "incoming"."amount" from "incoming"
                          order by "incoming"."sku"
                          on conflict ("sku") do update set "amount" = excluded."amount"
                          returning "public"."price"."sku" as "k1", (xmax = 0) as "is_new",
                            "public"."price"."amount" as "c1", "old"."amount" as "o1"),
                        "written" as (
                          select coalesce("incoming"."row_number", cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status",
                            "inserted"."c1", "inserted"."o1"
                          from "inserted" left outer join "incoming"
                          on "inserted"."k1" = cast("incoming"."sku" as varchar(20)))
                        select "written"."row_number", "written"."status", "written"."c1", "written"."o1"
                        from "written"
                        """);
    }

    /** Rows that the snapshot shows unchanged don't come to the conflict, which would lock them. */
    @Test
    void upsertOnlyChanged(DSLContext ctx) {
        executedBy(ctx, on -> OutcomesTest.QUOTE.onlyChanged().rows(QUOTE).fetchOutcomes(on))
                .rendersSql("""
                        with "incoming" as (
                          select * from (values (?, ?, ?)) as "incoming" ("row_number", "sku", "amount")),
                        "inserted" as (
                          insert into "public"."price" ("sku", "amount")
                          select "incoming"."sku", "incoming"."amount" from "incoming"
                          where (not exists (
                            select 1 from "public"."price"
                            where (
                              "public"."price"."sku" = "incoming"."sku"
                              and not ("public"."price"."amount"
                                is distinct from cast("incoming"."amount" as numeric(10, 2))))))
                          order by "incoming"."sku"
                          on conflict ("sku") do update set "amount" = excluded."amount"
                          where "public"."price"."amount" is distinct from excluded."amount"
                          returning "public"."price"."sku" as "k1", (xmax = 0) as "is_new"),
                        "written" as (
                          select coalesce("incoming"."row_number", cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status"
                          from "inserted" left outer join "incoming"
                          on "inserted"."k1" = cast("incoming"."sku" as varchar(20)))
                        select "written"."row_number", "written"."status" from "written"
                        """);
    }

    /** The rows are locked and read before the first is written: that is what the count is for. */
    @Test
    void upsertOnlyChangedWithOldValuesBefore18(DataSource dataSource) {
        executedBy(OlderServer.of(dataSource), on -> OutcomesTest.QUOTE
                        .onlyChanged()
                        .rows(QUOTE)
                        .returning(PRICE.AMOUNT)
                        .fetchOutcomesWithOld(on))
                .rendersSql("""
                        with "incoming" as (
                          select * from (values (?, ?, ?)) as "incoming" ("row_number", "sku", "amount")),
                        "found" as (
                          select "incoming"."row_number", "incoming"."sku", "incoming"."amount",
                            "public"."price"."amount" as "o1"
                          from "public"."price", "incoming"
                          where "public"."price"."sku" = cast("incoming"."sku" as varchar(20))
                          order by "incoming"."sku"
                          for no key update of "price"),
                        "inserted" as (
                          insert into "public"."price" ("sku", "amount")
                          select "incoming"."sku", "incoming"."amount" from "incoming"
                          where (select count(*) from "found") >= ?
                          order by "incoming"."sku"
                          on conflict ("sku") do update set "amount" = excluded."amount"
                          where "public"."price"."amount" is distinct from excluded."amount"
                          returning "public"."price"."sku" as "k1", (xmax = 0) as "is_new",
                            "public"."price"."amount" as "c1"),
                        "written" as (
                          select coalesce("incoming"."row_number", cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status",
                            "inserted"."c1", "found"."o1"
                          from "inserted" left outer join "incoming"
                          on "inserted"."k1" = cast("incoming"."sku" as varchar(20))
                          left outer join "found" on "found"."row_number" = "incoming"."row_number")
                        (select "written"."row_number", "written"."status", "written"."c1", "written"."o1"
                        from "written")
                        union all
                        (select "incoming"."row_number", 'UNCHANGED',
                          "public"."price"."amount", "public"."price"."amount"
                        from "public"."price", "incoming"
                        where (
                          "public"."price"."sku" = cast("incoming"."sku" as varchar(20))
                          and (not exists (
                            select 1 from "written" where "written"."row_number" = "incoming"."row_number"))))
                        """);
    }

    @Test
    void upsertThatDoesNothing(DSLContext ctx) {
        executedBy(ctx, on -> OutcomesTest.QUOTE
                        .doNothing()
                        .rows(QUOTE)
                        .returning(PRICE.AMOUNT)
                        .fetchOutcomes(on))
                .rendersSql("""
                        with "incoming" as (
                          select * from (values (?, ?, ?)) as "incoming" ("row_number", "sku", "amount")),
                        "inserted" as (
                          insert into "public"."price" ("sku", "amount")
                          select "incoming"."sku", "incoming"."amount" from "incoming"
                          order by "incoming"."sku"
                          on conflict ("sku") do nothing
                          returning "public"."price"."sku" as "k1", true as "is_new",
                            "public"."price"."amount" as "c1"),
                        "written" as (
                          select coalesce("incoming"."row_number", cast(('bulk-dsl: a trigger changed the key of a new row' || cast("inserted"."k1" as varchar)) as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status",
                            "inserted"."c1"
                          from "inserted" left outer join "incoming"
                          on "inserted"."k1" = cast("incoming"."sku" as varchar(20)))
                        (select "written"."row_number", "written"."status", "written"."c1" from "written")
                        union all
                        (select "incoming"."row_number", 'UNCHANGED', "public"."price"."amount"
                        from "public"."price", "incoming"
                        where (
                          "public"."price"."sku" = cast("incoming"."sku" as varchar(20))
                          and (not exists (
                            select 1 from "written" where "written"."row_number" = "incoming"."row_number"))))
                        """);
    }

    private static SqlAssert executedBy(DSLContext ctx, Consumer<DSLContext> call) {
        ExecutedSql executed = new ExecutedSql();
        call.accept(executed.of(ctx));
        return assertThatSql(executed.last());
    }
}
