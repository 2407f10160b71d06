// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.feed;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.eqNotNull;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.docs.db.Tables.SUPPLIER_PRICE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Totals;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.docs.db.tables.records.SupplierPriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The feed on a server, with the nights on which something is wrong. */
@PostgresTest(migrations = "classpath:db/migration")
class FeedTest {

    private static final int ROWS = 10_000;

    @Test
    void removesAndUpserts() {
        var queries = Feed.ACME.rows(price("a", "1.00"), price("b", "2.00")).queries();
        assertThatSql(queries.get(0)).rendersSql("""
                        delete from "public"."supplier_price"
                        where (
                          "public"."supplier_price"."supplier" = ?
                          and (not exists (
                            select 1
                            from (values (?, ?), (?, ?)) as "incoming" ("supplier", "sku")
                            where (
                              "public"."supplier_price"."supplier" = cast("incoming"."supplier" as text)
                              and "public"."supplier_price"."sku" = cast("incoming"."sku" as text)
                            )
                          ))
                        )
                        """).withBinds("acme", "acme", "a", "acme", "b");
        assertThatSql(queries.get(1)).rendersSql("""
                        insert into "public"."supplier_price" ("supplier", "sku", "amount", "changed_at")
                        select "incoming"."supplier", "incoming"."sku", "incoming"."amount", now()
                        from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("supplier", "sku", "amount")
                        where (not exists (
                          select 1
                          from "public"."supplier_price"
                          where (
                            "public"."supplier_price"."supplier" = "incoming"."supplier"
                            and "public"."supplier_price"."sku" = "incoming"."sku"
                            and not ("public"."supplier_price"."amount" is distinct from cast("incoming"."amount" as numeric(10, 2)))
                          )
                        ))
                        order by "incoming"."supplier", "incoming"."sku"
                        on conflict ("supplier", "sku") do update
                        set
                          "amount" = excluded."amount",
                          "changed_at" = now()
                        where (
                          "public"."supplier_price"."supplier" = ?
                          and "public"."supplier_price"."amount" is distinct from excluded."amount"
                        )
                        """);
    }

    @Test
    void writesWhatDiffers(DSLContext ctx) {
        shelve(ctx);
        List<Price> file = new ArrayList<>(file(20));
        file.remove(19);
        file.set(4, price("sku-5", "99.00"));
        file.add(price("new", "3.00"));
        Totals expected = new Totals(1, 1, 18, 1, 0, 0, 0, 0, 0);

        assertThat(Feed.preview(file, ctx)).isEqualTo(expected);
        assertThat(prices(ctx)).hasSize(20).containsEntry("sku-5", new BigDecimal("5.00"));

        assertThat(Feed.load(file, ctx)).isEqualTo(expected);
        assertThat(prices(ctx))
                .hasSize(20)
                .containsEntry("sku-5", new BigDecimal("99.00"))
                .containsEntry("new", new BigDecimal("3.00"))
                .doesNotContainKey("sku-20");
        assertThat(ctx.fetchValues(SUPPLIER_PRICE.SKU, SUPPLIER_PRICE.CHANGED_AT.ne(LONG_AGO)))
                .containsExactlyInAnyOrder("sku-5", "new");
        assertThat(ctx.fetchCount(SUPPLIER_PRICE, SUPPLIER_PRICE.SUPPLIER.eq("other")))
                .isEqualTo(1);

        assertThat(Feed.load(file, ctx).written()).isZero();
    }

    @Test
    void aFileThatWasCutOffIsRefused(DSLContext ctx) {
        shelve(ctx);
        assertThatThrownBy(() -> Feed.load(file(17), ctx))
                .isInstanceOf(SyncRefusedException.class)
                .hasMessage(
                        "bulkSync of supplier_price: 3 rows would be removed, of 20 in the scope, and at most 10 percent"
                                + " may be; see refuseToRemoveMoreThanPercent. Nothing was written");
        assertThatThrownBy(() -> Feed.load(List.of(), ctx)).isInstanceOf(SyncRefusedException.class);
        assertThat(prices(ctx)).hasSize(20);
        assertThat(Feed.preview(file(17), ctx).deleted()).isEqualTo(3);
    }

    @Test
    void aSkuTwiceIsRefusedUnlessTheLastCounts(DSLContext ctx) {
        shelve(ctx);
        List<Price> file = new ArrayList<>(file(20));
        file.add(price("sku-1", "77.00"));
        assertThatThrownBy(() -> Feed.load(file, ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessage(
                        "row 21, columns supplier_price.supplier, supplier_price.sku: the same key as in row 1; one of the"
                                + " two would be lost. Choose duplicates(FIRST), (LAST) or (FOLD), or leave one out");

        var last = bulkSync(Feed.PRICES.duplicates(Duplicates.LAST))
                .scope(SUPPLIER_PRICE.SUPPLIER.eq("acme"))
                .deleteMissing();
        assertThat(last.rows(file).execute(ctx)).isEqualTo(1);
        assertThat(prices(ctx)).containsEntry("sku-1", new BigDecimal("77.00"));
    }

    @Test
    void aBrokenPriceFailsTheFileAndTheGoodOnesMayBeWrittenWithoutRemoval(DSLContext ctx) {
        shelve(ctx);
        List<Price> file = new ArrayList<>(file(20));
        file.set(2, price("sku-3", "33.00"));
        file.set(6, price("sku-7", "123456789.00"));
        assertThatThrownBy(() -> Feed.load(file, ctx))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("22003"));
        assertThat(prices(ctx)).containsEntry("sku-3", new BigDecimal("3.00"));

        List<Rejected<Price>> bad = Feed.loadGood(file.subList(0, 19), ctx);
        assertThat(bad).extracting(Rejected::rowNumber).containsExactly(7);
        assertThat(bad.get(0).error().sqlState()).isEqualTo("22003");
        assertThat(prices(ctx))
                .hasSize(20)
                .containsEntry("sku-3", new BigDecimal("33.00"))
                .containsEntry("sku-7", new BigDecimal("7.00"));
    }

    /** It is given without a price, so that it isn't taken for missing. */
    @Test
    void aPriceThatCouldntBeReadStaysAsItIs(DSLContext ctx) {
        shelve(ctx);
        List<Price> file = new ArrayList<>(file(20));
        file.set(6, new Price("sku-7", null));
        // spotless:off
        var tolerant = bulkSync(bulkUpsert(SUPPLIER_PRICE, Price.class)
                        .key(SUPPLIER_PRICE.SUPPLIER).from(price -> "acme")
                        .key(SUPPLIER_PRICE.SKU).from(Price::sku)
                        .set(SUPPLIER_PRICE.AMOUNT, eqNotNull()).from(Price::amount)
                        .setWhenChanged(SUPPLIER_PRICE.CHANGED_AT, now())
                        .onlyChanged())
                .scope(SUPPLIER_PRICE.SUPPLIER.eq("acme"))
                .deleteMissing();
        // spotless:on
        assertThat(tolerant.rows(file).execute(ctx)).isZero();
        assertThat(prices(ctx)).containsEntry("sku-7", new BigDecimal("7.00"));
    }

    /** Bytes of WAL, not time; the first run creates the rows, the second finds them as they are. */
    @Test
    void aFileThatHasNotChangedWritesNextToNoWal(DSLContext ctx) {
        ctx.execute("alter table supplier_price set (autovacuum_enabled = false)");
        List<Price> file = file(ROWS);
        ctx.execute("checkpoint");

        long created =
                walOf(ctx, () -> assertThat(Feed.load(file, ctx).inserted()).isEqualTo(ROWS));
        long unchanged =
                walOf(ctx, () -> assertThat(Feed.load(file, ctx).unchanged()).isEqualTo(ROWS));

        assertThat(unchanged).isLessThan(created / 10);
        assertThat(walOf(ctx, () -> EVERY_PRICE.rows(file).execute(ctx))).isGreaterThan(unchanged * 10);
    }

    // spotless:off
    private static final BulkUpsert<SupplierPriceRecord, Price> EVERY_PRICE = bulkUpsert(SUPPLIER_PRICE, Price.class)
            .key(SUPPLIER_PRICE.SUPPLIER).from(price -> "acme")
            .key(SUPPLIER_PRICE.SKU).from(Price::sku)
            .set(SUPPLIER_PRICE.AMOUNT).from(Price::amount)
            .set(SUPPLIER_PRICE.CHANGED_AT, now());
    // spotless:on

    private static long walOf(DSLContext ctx, Runnable work) {
        long before = walPosition(ctx);
        work.run();
        return walPosition(ctx) - before;
    }

    private static long walPosition(DSLContext ctx) {
        return ctx.fetchSingle("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
                .into(Long.class);
    }

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    /** Twenty prices of the supplier, and one of somebody else. */
    private static void shelve(DSLContext ctx) {
        Feed.load(file(20), ctx);
        ctx.insertInto(SUPPLIER_PRICE)
                .values("other", "sku-1", BigDecimal.TEN, LONG_AGO)
                .execute();
        ctx.update(SUPPLIER_PRICE).set(SUPPLIER_PRICE.CHANGED_AT, LONG_AGO).execute();
    }

    private static List<Price> file(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> price("sku-" + row, row + ".00"))
                .toList();
    }

    private static Price price(String sku, String amount) {
        return new Price(sku, new BigDecimal(amount));
    }

    private static Map<String, BigDecimal> prices(DSLContext ctx) {
        return ctx.selectFrom(SUPPLIER_PRICE)
                .where(SUPPLIER_PRICE.SUPPLIER.eq("acme"))
                .fetchMap(SUPPLIER_PRICE.SKU, SUPPLIER_PRICE.AMOUNT);
    }
}
