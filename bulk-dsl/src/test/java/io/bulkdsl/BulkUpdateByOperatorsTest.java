// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates by other operators than equality: the first row that matches wins. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpdateByOperatorsTest {

    record Rule(long minId, int below, int add) {}

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 4);
    }

    @Test
    void firstMatchingRowWinsWhereSeveralDo(DSLContext ctx) {
        var update = bulkUpdate(BOOK, Rule.class)
                .key(BOOK.ID, ge())
                .from(Rule::minId)
                .key(BOOK.STOCK, lt())
                .from(Rule::below)
                .set(BOOK.STOCK, incr())
                .from(Rule::add)
                .where(BOOK.DISCONTINUED.isFalse());
        Rule[] rules = {new Rule(3, 100, 1000), new Rule(1, 4, 2000), new Rule(1, 100, 4000)};

        assertThatSql(update.rows(rules[0])).rendersSql("""
                        update "public"."book"
                        set
                          "stock" = coalesce(
                            ("public"."book"."stock" + "incoming"."stock_2"), "incoming"."stock_2", "public"."book"."stock")
                        from (
                          select distinct on ("public"."book"."id")
                            "public"."book"."id" as "target_1", "incoming"."row_number",
                            "incoming"."id", "incoming"."stock", "incoming"."stock_2"
                          from "public"."book", (values (?, ?, ?, ?)) as "incoming" ("row_number", "id", "stock", "stock_2")
                          where (
                            "public"."book"."id" >= "incoming"."id" and "public"."book"."stock" < "incoming"."stock"
                            and "public"."book"."discontinued" = false)
                          order by "public"."book"."id", "incoming"."row_number") as "incoming"
                        where (
                          "public"."book"."id" = "incoming"."target_1"
                          and "public"."book"."id" >= "incoming"."id" and "public"."book"."stock" < "incoming"."stock"
                          and "public"."book"."discontinued" = false)
                        """);
        assertThat(update.rows(rules).execute(ctx)).isEqualTo(4);
        assertThat(Books.stock(ctx).values()).containsExactly(2001, 2002, 1003, 1004);
    }

    @Test
    void worksOnAnAliasWithOtherOperators(DSLContext ctx) {
        var b = BOOK.as("b");
        var update = bulkUpdate(b, Rule.class)
                .key(b.STOCK, lt())
                .from(Rule::below)
                .set(b.STOCK)
                .from(Rule::add);
        assertThatSql(update.rows(new Rule(0, 3, 9))).rendersSql("""
                        update "public"."book" as "b"
                        set "stock" = "incoming"."stock_2"
                        from (
                          select distinct on ("b"."id")
                            "b"."id" as "target_1", "incoming"."row_number", "incoming"."stock", "incoming"."stock_2"
                          from "public"."book" as "b", (values (?, ?, ?)) as "incoming" ("row_number", "stock", "stock_2")
                          where "b"."stock" < "incoming"."stock"
                          order by "b"."id", "incoming"."row_number") as "incoming"
                        where ("b"."id" = "incoming"."target_1" and "b"."stock" < "incoming"."stock")
                        """);
        assertThat(update.rows(new Rule(0, 3, 9)).execute(ctx)).isEqualTo(2);
        assertThat(Books.stock(ctx).values()).containsExactly(9, 9, 3, 4);
    }
}
