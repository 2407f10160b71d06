// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.ExecutedSql.lastExecutedBy;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.math.BigDecimal;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The query that asks what becomes of rows to upsert. What comes of it is in {@link OutcomeStatusTest}. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "looks at the SQL with VALUES")
class OutcomesOfUpsertsSqlTest {

    private static final Delivery ONE = new Delivery("a", 1);

    @Test
    void upsert(DSLContext ctx) {
        lastExecutedBy(ctx, on -> QUOTE.rows(ONE).fetchOutcomes(on))
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
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status"
                          from "inserted" left outer join "incoming"
                          on "inserted"."k1" = cast("incoming"."sku" as varchar(20)))
                        select "written"."row_number", "written"."status" from "written"
                        """)
                .withBinds(1, "a", new BigDecimal(1));
    }

    @Test
    void upsertWithOldValues(TestDatabase database) {
        assumeTrue(database.serverVersion() >= Server.RETURNS_OLD);
        lastExecutedBy(
                        database.dsl(),
                        on -> QUOTE.rows(ONE).returning(PRICE.AMOUNT).fetchOutcomesWithOld(on))
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
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)) as "row_number",
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
        lastExecutedBy(ctx, on -> QUOTE.onlyChanged().rows(ONE).fetchOutcomes(on))
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
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)) as "row_number",
                            case when "inserted"."is_new" then 'INSERTED' else 'UPDATED' end as "status"
                          from "inserted" left outer join "incoming"
                          on "inserted"."k1" = cast("incoming"."sku" as varchar(20)))
                        select "written"."row_number", "written"."status" from "written"
                        """);
    }

    /** The rows are locked and read before the first is written: that is what the count is for. */
    @Test
    void upsertOnlyChangedWithOldValuesBefore18(DataSource dataSource) {
        lastExecutedBy(OlderServer.of(dataSource), on -> QUOTE.onlyChanged()
                        .rows(ONE)
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
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)) as "row_number",
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
        lastExecutedBy(ctx, on -> QUOTE.doNothing()
                        .rows(ONE)
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
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)) as "row_number",
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
}
