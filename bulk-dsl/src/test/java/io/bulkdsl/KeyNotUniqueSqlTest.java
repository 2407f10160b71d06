// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Visits.HITS;
import static io.bulkdsl.Visits.NAMES;
import static io.bulkdsl.Visits.hits;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.Visits.Visit;
import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What the upsert without a unique index sends. */
@PostgresTest(migrations = "classpath:db/migration")
class KeyNotUniqueSqlTest {

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
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)), 'INSERTED'
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
                          select coalesce("incoming"."row_number", cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."k1") as int)), 'INSERTED', "inserted"."c1"
                          from "inserted" left outer join "incoming" on "inserted"."k1" = cast("incoming"."name" as varchar(50)))
                          as "told" ("row_number", "status", "c1")
                        where "told"."status" in (?, ?)
                        """);
    }
}
