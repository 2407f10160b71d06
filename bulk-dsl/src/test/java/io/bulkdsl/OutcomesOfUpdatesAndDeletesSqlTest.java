// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Deliveries.STOCKTAKING;
import static io.bulkdsl.ExecutedSql.lastExecutedBy;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The query that asks what becomes of rows to update or delete. What comes of it is in {@link OutcomeStatusTest}. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "looks at the SQL with VALUES")
class OutcomesOfUpdatesAndDeletesSqlTest {

    private static final Delivery FIVE = new Delivery("isbn-1", 5);

    @Test
    void update(DSLContext ctx) {
        lastExecutedBy(ctx, on -> STOCKTAKING.rows(FIVE).fetchOutcomes(on))
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
        lastExecutedBy(ctx, on -> STOCKTAKING
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
        assumeTrue(database.serverVersion() >= Server.RETURNS_OLD);
        lastExecutedBy(
                        database.dsl(),
                        on -> STOCKTAKING.rows(FIVE).returning(BOOK.STOCK).fetchOutcomesWithOld(on))
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
        lastExecutedBy(
                        OlderServer.of(dataSource),
                        on -> STOCKTAKING.rows(FIVE).returning(BOOK.STOCK).fetchOutcomesWithOld(on))
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
        lastExecutedBy(ctx, on -> STOCKTAKING
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
        lastExecutedBy(ctx, on -> relabel.rows(FIVE).fetchOutcomes(on)).rendersSql("""
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
        lastExecutedBy(ctx, delete::fetchOutcomes).rendersSql("""
                delete from "public"."book" using (values (?, ?)) as "incoming" ("row_number", "isbn")
                where "public"."book"."isbn" = "incoming"."isbn"
                returning "incoming"."row_number", 'DELETED'
                """);
        for (DSLContext each : new DSLContext[] {ctx, OlderServer.of(dataSource)}) {
            lastExecutedBy(each, on -> delete.returning(BOOK.STOCK).fetchOutcomesWithOld(on))
                    .rendersSql("""
                            delete from "public"."book" using (values (?, ?)) as "incoming" ("row_number", "isbn")
                            where "public"."book"."isbn" = "incoming"."isbn"
                            returning "incoming"."row_number", 'DELETED',
                              "public"."book"."stock", "public"."book"."stock"
                            """);
        }
    }
}
