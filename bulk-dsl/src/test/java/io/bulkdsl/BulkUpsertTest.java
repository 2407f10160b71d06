// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.decr;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.Prices.QUOTE;
import static io.bulkdsl.Prices.QUOTES;
import static io.bulkdsl.Prices.prices;
import static io.bulkdsl.Prices.quote;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.Prices.Quote;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The upsert: what it renders and what that does to new rows and to existing ones. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpsertTest {

    @Test
    void createsAndUpdates(DSLContext ctx) {
        assertThatSql(QUOTE.rows(QUOTES))
                .rendersSql("""
                        insert into "public"."price" ("sku", "amount", "seen", "first_seen")
                        select "incoming"."sku", "incoming"."amount", "incoming"."seen", now()
                        from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("sku", "amount", "seen")
                        order by "incoming"."sku"
                        on conflict ("sku") do update
                        set
                          "amount" = excluded."amount",
                          "seen" = coalesce(
                            ("public"."price"."seen" + excluded."seen"), excluded."seen", "public"."price"."seen")
                        """)
                .withBinds("b", new BigDecimal("2.00"), 1, "a", new BigDecimal("1.00"), 1);
        assertThat(QUOTE.rows(QUOTES.get(0)).execute(ctx)).isEqualTo(1);
        assertThat(QUOTE.rows(QUOTES).execute(ctx)).isEqualTo(2);
        assertThat(QUOTE.rows(quote("a", "1.50")).execute(ctx)).isEqualTo(1);
        assertThat(prices(ctx)).containsExactly("a 1.50 2 feed", "b 2.00 2 feed");
        assertThat(ctx.fetchCount(PRICE, PRICE.FIRST_SEEN.isNull())).isZero();
        assertThat(QUOTE.rows().execute(ctx)).isZero();
    }

    @Test
    void keepsBranchesApart(DSLContext ctx) {
        // spotless:off
        var branches = bulkUpsert(PRICE, Quote.class)
                .key(PRICE.SKU).from(Quote::sku)
                .setOnInsert(PRICE.AMOUNT).from(Quote::amount)
                .setOnInsert(PRICE.SOURCE, expr(source -> inline("new")))
                .setOnUpdate(PRICE.UPDATED_AT, now())
                .setOnUpdate(PRICE.SEEN, expr(seen -> seen.plus(100)))
                .where(PRICE.SKU.ne("b"));
        // spotless:on
        assertThat(branches.rows(QUOTES).execute(ctx)).isEqualTo(2);
        assertThat(prices(ctx)).containsExactly("a 1.00 0 new", "b 2.00 0 new");
        assertThat(branches.rows(quote("a", "9.00"), quote("b", "9.00"), quote("c", "9.00"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(prices(ctx)).containsExactly("a 1.00 100 new", "b 2.00 0 new", "c 9.00 0 new");
        assertThat(ctx.fetchCount(PRICE, PRICE.UPDATED_AT.isNotNull())).isEqualTo(1);
    }

    @Test
    void leavesExistingRowsAlone(DSLContext ctx) {
        assertThat(QUOTE.doNothing().rows(QUOTES.get(0)).getSQL()).endsWith("on conflict (\"sku\") do nothing");
        QUOTE.rows(QUOTES.get(0)).execute(ctx);
        assertThat(QUOTE.doNothing().rows(QUOTES).execute(ctx)).isEqualTo(1);
        assertThat(prices(ctx)).containsExactly("a 1.00 1 feed", "b 2.00 1 feed");
        var keysOnly =
                bulkUpsert(PRICE, String.class).key(PRICE.SKU).from(sku -> sku).doNothing();
        assertThat(keysOnly.rows("a", "z").execute(ctx)).isEqualTo(1);
    }

    @Test
    void functionsWorkOnBothBranches(DSLContext ctx) {
        both(ctx, WIDE.BI, incr(), 5L, 5L, 10L);
        both(ctx, WIDE.BI, decr(), 5L, -5L, -10L);
        both(ctx, WIDE.BI, decr(), null, null, null);
        both(ctx, WIDE.IA, union(), new Integer[] {2, 1, 2}, new Integer[] {2, 1}, new Integer[] {2, 1});
        both(ctx, WIDE.IA, union(), null, null, null);
        both(ctx, WIDE.IA, union(), new Integer[0], new Integer[0], new Integer[0]);
        both(ctx, WIDE.IA, Functions.append(), new Integer[] {1}, new Integer[] {1}, new Integer[] {1, 1});
        both(ctx, WIDE.TX, Functions.concat(), "a", "a", "aa");
        both(ctx, WIDE.TX, Functions.eqNotNull(), null, null, null);
        both(ctx, WIDE.TX, Functions.ifNull(), "a", "a", "a");
        both(ctx, WIDE.BI, Functions.greatest(), 5L, 5L, 5L);
        both(ctx, WIDE.BI, expr((current, incoming) -> current.times(incoming)), 5L, 5L, 25L);
    }

    private static <T> void both(
            DSLContext ctx,
            TableField<WideRecord, T> column,
            SetFunction<T, T> function,
            @Nullable T value,
            @Nullable T inserted,
            @Nullable T merged) {
        var upsert = bulkUpsert(WIDE, Integer.class)
                .key(WIDE.ID)
                .from(id -> id)
                .set(column, function)
                .from(id -> value);
        upsert.rows(7).execute(ctx);
        assertThat(ctx.fetchValue(column, WIDE.ID.eq(7))).isEqualTo(inserted);
        upsert.rows(7).execute(ctx);
        assertThat(ctx.fetchValue(column, WIDE.ID.eq(7))).isEqualTo(merged);
        ctx.deleteFrom(WIDE).execute();
    }

    @Test
    void takesRecords(DSLContext ctx) {
        // spotless:off
        var records = bulkUpsert(PRICE)
                .keys(PRICE.SKU)
                .set(PRICE.AMOUNT, PRICE.LABELS)
                .set(PRICE.SEEN, incr())
                .setOnInsert(PRICE.SOURCE)
                .setOnInsert(PRICE.FIRST_SEEN, now())
                .setWhenChanged(PRICE.UPDATED_AT, now());
        // spotless:on
        PriceRecord first = new PriceRecord()
                .setSku("a")
                .setAmount(BigDecimal.ONE)
                .setSeen(1)
                .setSource("x");
        PriceRecord second = new PriceRecord()
                .setSku("a")
                .setAmount(BigDecimal.TEN)
                .setSeen(2)
                .setSource("y");
        assertThatSql(records.rows(first)).rendersSql("""
                        insert into "public"."price" ("sku", "amount", "labels", "seen", "source", "first_seen", "updated_at")
                        select
                          "incoming"."sku", "incoming"."amount", "incoming"."labels", "incoming"."seen", "incoming"."source",
                          now(), now()
                        from (values (?, ?, cast(? as text[]), ?, ?)) as "incoming" ("sku", "amount", "labels", "seen", "source")
                        order by "incoming"."sku"
                        on conflict ("sku") do update
                        set
                          "amount" = excluded."amount",
                          "labels" = excluded."labels",
                          "seen" = coalesce(
                            ("public"."price"."seen" + excluded."seen"), excluded."seen", "public"."price"."seen"),
                          "updated_at" = case
                            when (
                              "public"."price"."amount" is distinct from excluded."amount"
                              or "public"."price"."labels" is distinct from excluded."labels"
                              or "public"."price"."seen" is distinct from coalesce(
                                ("public"."price"."seen" + excluded."seen"), excluded."seen", "public"."price"."seen"))
                            then now() else "public"."price"."updated_at" end
                        """);
        assertThat(records.rows(first).execute(ctx)).isEqualTo(1);
        assertThat(records.rows(List.of(second)).execute(ctx)).isEqualTo(1);
        assertThat(prices(ctx)).containsExactly("a 10.00 3 x");
        assertThat(bulkUpsert(PRICE).keys(PRICE.SKU).doNothing().rows(first).execute(ctx))
                .isZero();
    }

    @Test
    void returnsWhatItWroteWithTheRowItBelongsTo(DSLContext ctx) {
        // spotless:off
        var titles = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.ISBN).from(Delivery::isbn)
                .set(BOOK.STOCK, incr()).from(Delivery::copies);
        // spotless:on
        Books.shelve(ctx, 1);
        List<Delivery> deliveries = List.of(new Delivery("z", 7), new Delivery("isbn-1", 5), new Delivery("y", 6));
        assertThatSql(titles.rows(deliveries.get(0)).returning(BOOK.ID)).rendersSql("""
                        insert into "public"."book" ("isbn", "stock")
                        select "incoming"."isbn", "incoming"."stock"
                        from (values (?, ?)) as "incoming" ("isbn", "stock")
                        order by "incoming"."isbn"
                        on conflict ("isbn") do update
                        set "stock" = coalesce(
                          ("public"."book"."stock" + excluded."stock"), excluded."stock", "public"."book"."stock")
                        returning "public"."book"."id"
                        """);
        assertThat(titles.rows(deliveries)
                        .returning(BOOK.ISBN, BOOK.STOCK, BOOK.ID)
                        .fetchRows(ctx))
                .extracting(row -> row.element().isbn() + " " + row.record().value1() + " "
                        + row.record().value2())
                .containsExactly("z z 7", "isbn-1 isbn-1 6", "y y 6");
        assertThat(titles.rows(deliveries).returning(BOOK).fetchRows(ctx))
                .extracting(row -> row.record().getIsbn())
                .containsExactly("z", "isbn-1", "y");
        assertThat(titles.rows(deliveries).returning(BOOK.STOCK).fetch(ctx)).hasSize(3);
    }

    @Test
    void refusesWhatCannotBe() {
        var byKey = bulkUpsert(PRICE, Quote.class).key(PRICE.SKU).from(Quote::sku);
        assertThatThrownBy(() -> byKey.set(PRICE.SKU).from(Quote::sku))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column price.sku is a key, which a new row gets and an existing row has");
        assertThatThrownBy(() -> byKey.set(PRICE.AMOUNT)
                        .from(Quote::amount)
                        .setOnInsert(PRICE.AMOUNT)
                        .from(Quote::amount))
                .hasMessageStartingWith("column price.amount is set twice");
        var merge = bulkUpsert(WIDE, Integer.class)
                .key(WIDE.ID)
                .from(id -> id)
                .set(WIDE.JS, jsonbConcat())
                .from(id -> null);
        assertThatThrownBy(() -> merge.duplicates(FOLD)).hasMessageContaining("wide.js");
    }
}
