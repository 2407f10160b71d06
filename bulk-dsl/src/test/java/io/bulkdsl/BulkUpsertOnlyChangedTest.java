// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Prices.QUOTES;
import static io.bulkdsl.Prices.prices;
import static io.bulkdsl.Prices.quote;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.Prices.Quote;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** Upserts that write or date only what changes. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpsertOnlyChangedTest {

    @Test
    void writesOnlyWhatChanges(DSLContext ctx) {
        // spotless:off
        var feed = bulkUpsert(PRICE, Quote.class)
                .key(PRICE.SKU).from(Quote::sku)
                .set(PRICE.AMOUNT).from(Quote::amount)
                .set(PRICE.NOTE).from(quote -> JSON.valueOf("{}"))
                .onlyChanged();
        // spotless:on
        assertThatSql(feed.rows(QUOTES.get(0))).rendersSql("""
                        insert into "public"."price" ("sku", "amount", "note")
                        select "incoming"."sku", "incoming"."amount", "incoming"."note"
                        from (values (?, ?, cast(? as json))) as "incoming" ("sku", "amount", "note")
                        where (not exists (
                          select 1
                          from "public"."price"
                          where (
                            "public"."price"."sku" = "incoming"."sku"
                            and not (
                              "public"."price"."amount" is distinct from cast("incoming"."amount" as numeric(10, 2))
                              or cast("public"."price"."note" as text) is distinct from cast("incoming"."note" as text)))))
                        order by "incoming"."sku"
                        on conflict ("sku") do update
                        set "amount" = excluded."amount", "note" = excluded."note"
                        where (
                          "public"."price"."amount" is distinct from excluded."amount"
                          or cast("public"."price"."note" as text) is distinct from cast(excluded."note" as text))
                        """);
        assertThat(feed.rows(QUOTES).execute(ctx)).isEqualTo(2);
        // a row that is locked has an xmax
        Object version = ctx.fetchValue("select (xmin, xmax)::text from price where sku = 'a'");
        assertThat(feed.rows(quote("a", "1.0"), quote("b", "3.00"), quote("c", "4.00"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(ctx.fetchValue("select (xmin, xmax)::text from price where sku = 'a'"))
                .isEqualTo(version);
        assertThatThrownBy(() ->
                        feed.rows(quote("a" + " ".repeat(30) + "b", "1.0")).execute(ctx))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("22001"));
        assertThat(feed.rows(quote("a", null)).execute(ctx)).isEqualTo(1);
        assertThat(prices(ctx)).containsExactly("a null 0 feed", "b 3.00 0 feed", "c 4.00 0 feed");
    }

    @Test
    void auditsOnlyWhatChanges(DSLContext ctx) {
        // spotless:off
        var audited = bulkUpsert(PRICE, Quote.class)
                .key(PRICE.SKU).from(Quote::sku)
                .set(PRICE.AMOUNT).from(Quote::amount)
                .setWhenChanged(PRICE.SEEN, expr(seen -> coalesce(seen, inline(0)).plus(1)));
        // spotless:on
        for (var upsert : List.of(audited, audited.onlyChanged())) {
            ctx.deleteFrom(PRICE).execute();
            upsert.rows(QUOTES).execute(ctx);
            upsert.rows(quote("a", "1.00"), quote("b", "5.00")).execute(ctx);
            assertThat(prices(ctx)).containsExactly("a 1.00 1 feed", "b 5.00 2 feed");
        }
    }
}
