// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.arrayRemove;
import static io.bulkdsl.Functions.decr;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.jsonbConcat;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.NODEF;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.CustomCondition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The upsert: what it renders and what that does to new rows and to existing ones. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkUpsertTest {

    // spotless:off
    record Quote(@Nullable String sku, @Nullable BigDecimal amount) {}

    static final BulkUpsert<PriceRecord, Quote> QUOTE = bulkUpsert(PRICE, Quote.class)
            .key(PRICE.SKU).from(Quote::sku)
            .set(PRICE.AMOUNT).from(Quote::amount)
            .set(PRICE.SEEN, incr()).from(quote -> 1)
            .setOnInsert(PRICE.FIRST_SEEN, now());
    // spotless:on

    static final List<Quote> QUOTES = List.of(quote("b", "2.00"), quote("a", "1.00"));

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
    void theLatestMayWin(DSLContext ctx) {
        var dearest = QUOTE.where(PRICE.AMOUNT.lt(excluded(PRICE.AMOUNT)));
        assertThat(dearest.rows(QUOTES.get(0)).getSQL())
                .endsWith(" where \"public\".\"price\".\"amount\" < excluded.\"amount\"");
        assertThat(dearest.rows(QUOTES).execute(ctx)).isEqualTo(2);
        assertThat(dearest.rows(quote("a", "3.00"), quote("b", "1.00"), quote("c", "1.00"))
                        .execute(ctx))
                .isEqualTo(2);
        assertThat(prices(ctx)).containsExactly("a 3.00 2 feed", "b 2.00 1 feed", "c 1.00 1 feed");
    }

    /** What updates first has no row that was to be inserted. */
    @Test
    void excludedIsOfOnConflictAlone(DSLContext ctx) {
        var dearest = QUOTE.where(PRICE.AMOUNT.lt(excluded(PRICE.AMOUNT)));
        // spotless:off
        var definitions = List.of(
                dearest.keyNotUnique(),
                dearest.setOnUpdate(PRICE.SOURCE).from(quote -> "late"),
                dearest.set(PRICE.LABELS, arrayRemove()).from(quote -> "old"),
                QUOTE.keyNotUnique().where(condition("{0} < {1}", PRICE.AMOUNT, excluded(PRICE.AMOUNT))),
                QUOTE.keyNotUnique().where(PRICE.SKU.ne("z")).where(exists(
                        selectOne().where(excluded(PRICE.AMOUNT).gt(PRICE.AMOUNT)))));
        // spotless:on
        for (var definition : definitions) {
            assertThatThrownBy(() -> definition.rows(QUOTES))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "bulkUpsert of price: a condition with excluded(…) works with ON CONFLICT alone, and this definition can't: a value for existing rows only, a function whose values are not of the column's type, a version or keyNotUnique()");
        }
        assertThat(QUOTE.keyNotUnique().where(PRICE.SKU.ne("b")).rows(QUOTES).execute(ctx))
                .isEqualTo(2);
    }

    /** The user's own, which only his configuration can render, isn't looked into. */
    @Test
    void conditionsMayNeedTheirConfiguration(DSLContext ctx) {
        var spared = CustomCondition.of(rendering -> rendering.visit(
                PRICE.SKU.ne((String) requireNonNull(rendering.configuration().data("spared")))));
        QUOTE.rows(QUOTES).execute(ctx);
        DSLContext sparing = ctx.configuration().derive().dsl();
        sparing.data("spared", "b");
        assertThat(QUOTE.keyNotUnique().where(spared).rows(QUOTES).execute(sparing))
                .isEqualTo(1);
        assertThat(prices(ctx)).containsExactly("a 1.00 2 feed", "b 2.00 1 feed");
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
    void keysThatTheColumnNormalisesUpdateTheRightRow(DSLContext ctx) {
        ctx.insertInto(DECKEY)
                .set(DECKEY.K, new BigDecimal("1.24"))
                .set(DECKEY.V, "old")
                .execute();
        var byNumber = bulkUpsert(DECKEY, BigDecimal.class)
                .key(DECKEY.K)
                .from(k -> k)
                .set(DECKEY.V)
                .from(k -> "v" + k);
        assertThat(byNumber.rows(new BigDecimal("1.239"), new BigDecimal("5"))
                        .returning(DECKEY.K, DECKEY.V)
                        .fetchRows(ctx))
                .extracting(row -> row.rowNumber() + " " + row.record().value1() + " "
                        + row.record().value2())
                .containsExactly("1 1.24 v1.239", "2 5.00 v5");
        assertThat(ctx.fetchCount(DECKEY)).isEqualTo(2);

        assertThatThrownBy(() -> byNumber.rows(new BigDecimal("7.001"), new BigDecimal("7.002"))
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row 2, column deckey.k: the same key as in row 1");

        record Hit(String name, int hits) {}
        ctx.insertInto(TAG).values("java", 1).execute();
        ctx.insertInto(CASELESS).values("java", 1).execute();
        var byCitext = bulkUpsert(TAG, Hit.class)
                .key(TAG.NAME)
                .from(Hit::name)
                .set(TAG.HITS, incr())
                .from(Hit::hits);
        var byCollation = bulkUpsert(CASELESS, Hit.class)
                .key(CASELESS.NAME)
                .from(Hit::name)
                .set(CASELESS.HITS, incr())
                .from(Hit::hits);
        List<Hit> hits = List.of(new Hit("JAVA", 10), new Hit("jOOQ", 5), new Hit("Java", 100));
        assertThatThrownBy(() -> byCitext.rows(hits).execute(ctx)).isInstanceOf(InvalidRowException.class);
        assertThat(byCitext.duplicates(FOLD).rows(hits).returning(TAG.HITS).fetchRows(ctx))
                .extracting(row -> row.element().name() + row.record().value1())
                .containsExactly("JAVA111", "jOOQ5");
        assertThat(byCollation
                        .duplicates(FOLD)
                        .rows(hits)
                        .returning(CASELESS.HITS)
                        .fetchRows(ctx))
                .extracting(row -> row.element().name() + row.record().value1())
                .containsExactly("JAVA111", "jOOQ5");
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
    void severalKeyColumnsInAnyOrder(DSLContext ctx) {
        record Pair(int a, int b) {}
        // spotless:off
        var pairs = bulkUpsert(TWOKEY, Pair.class)
                .key(TWOKEY.B).from(Pair::b)
                .key(TWOKEY.A).from(Pair::a)
                .set(TWOKEY.V).from(pair -> "v");
        // spotless:on
        assertThat(pairs.rows(new Pair(1, 2), new Pair(2, 1)).execute(ctx)).isEqualTo(2);
        assertThat(pairs.rows(new Pair(1, 2), new Pair(3, 1)).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchCount(TWOKEY)).isEqualTo(3);
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

    @Test
    void namesTheUniqueKeysWhereTheTargetIsNone(DSLContext ctx) {
        var byTitle = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.TITLE)
                .from(Delivery::isbn)
                .set(BOOK.STOCK)
                .from(Delivery::copies)
                .filledByDatabase(BOOK.ISBN);
        assertThatThrownBy(() -> byTitle.rows(new Delivery("a", 1)).execute(ctx))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(
                        "bulkUpsert of book: the keys (title) are no unique key or index of the table; its unique keys are (id), (isbn)");
        var notNull = bulkUpsert(NODEF, Integer.class)
                .key(NODEF.ID)
                .from(id -> id)
                .set(NODEF.A)
                .from(id -> 1);
        assertThatThrownBy(() -> notNull.rows(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nodef.t is NOT NULL without a default");
        assertThatThrownBy(() -> notNull.filledByDatabase(NODEF.T).rows(1).execute(ctx))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("23502"));
    }

    @Test
    void explainsADeferrableTarget(DSLContext ctx) {
        ctx.execute("alter table twokey add unique (v) deferrable");
        var byValue = bulkUpsert(TWOKEY, String.class)
                .key(TWOKEY.V)
                .from(v -> v)
                .set(TWOKEY.A)
                .from(v -> 1);
        assertThatThrownBy(() -> byValue.rows("x").execute(ctx))
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("55000"))
                .hasMessageContaining(
                        "bulkUpsert of twokey: the unique constraint on the keys (v) is deferrable, and PostgreSQL takes none such for ON CONFLICT");
    }

    @Test
    void concurrentUpsertsLoseNothing(DSLContext ctx) throws Exception {
        int threads = 8;
        int rounds = 25;
        List<Quote> quotes =
                IntStream.range(0, 20).mapToObj(i -> quote("sku-" + i, "1.00")).toList();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Random random = new Random(t);
                writers.add(() -> {
                    int written = 0;
                    for (int round = 0; round < rounds; round++) {
                        List<Quote> shuffled = new ArrayList<>(quotes);
                        Collections.shuffle(shuffled, random);
                        written += QUOTE.rows(shuffled).execute(ctx);
                    }
                    return written;
                });
            }
            int written = 0;
            for (Future<Integer> writer : pool.invokeAll(writers)) {
                written += writer.get();
            }
            assertThat(written).isEqualTo(threads * rounds * 20);
        } finally {
            pool.shutdownNow();
        }
        assertThat(ctx.fetchCount(PRICE)).isEqualTo(20);
        assertThat(ctx.fetchCount(PRICE, PRICE.SEEN.ne(threads * rounds))).isZero();
    }

    private static List<String> prices(DSLContext ctx) {
        return ctx.selectFrom(PRICE)
                .orderBy(PRICE.SKU)
                .fetch(p -> p.getSku() + " " + p.getAmount() + " " + p.getSeen() + " " + p.getSource());
    }

    private static Quote quote(String sku, @Nullable String amount) {
        return new Quote(sku, amount == null ? null : new BigDecimal(amount));
    }
}
