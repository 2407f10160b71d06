// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.statements;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.docs.db.Tables.OFFER;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.Totals;
import io.bulkdsl.contract.Status;
import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.docs.db.tables.records.OfferRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/statements/sync.md shows. */
@PostgresTest(migrations = "classpath:db/migration")
class SyncPageTest {

    record Quote(String shop, String sku, BigDecimal price) {}

    // spotless:off
    static final BulkUpsert<OfferRecord, Quote> QUOTES = bulkUpsert(OFFER, Quote.class)
            .key(OFFER.SHOP).from(Quote::shop)
            .key(OFFER.SKU).from(Quote::sku)
            .set(OFFER.PRICE).from(Quote::price)
            .onlyChanged();

    static final BulkSync<OfferRecord, Quote> ACME = bulkSync(QUOTES)
            .scope(OFFER.SHOP.eq("acme"))
            .deleteMissing();

    static final BulkSync<OfferRecord, OfferRecord> RECORDS = bulkSync(
                    bulkUpsert(OFFER).keys(OFFER.SHOP, OFFER.SKU).set(OFFER.PRICE).onlyChanged())
            .scope(OFFER.SHOP.eq("acme"))
            .deleteMissing();

    static final BulkSync<OfferRecord, Quote> MARKING = bulkSync(QUOTES)
            .scope(OFFER.SHOP.eq("acme"))
            .softDeleteMissing(OFFER.WITHDRAWN_AT, now());

    static final BulkSync<OfferRecord, Quote> KEEPING = bulkSync(QUOTES)
            .scope(OFFER.SHOP.eq("acme"))
            .keepMissing();
    // spotless:on

    static final BulkSync<OfferRecord, Quote> GUARDED =
            ACME.refuseToRemoveMoreThan(100).refuseToRemoveMoreThanPercent(10);

    /** Of acme's, "cap" is the same, "ink" has another price, "pen" is missing, and "pad" is new. */
    private static final List<Quote> QUOTED =
            List.of(quote("acme", "cap", "1"), quote("acme", "ink", "2.50"), quote("acme", "pad", "4"));

    @BeforeEach
    void offers(DSLContext ctx) {
        ctx.insertInto(OFFER, OFFER.SHOP, OFFER.SKU, OFFER.PRICE)
                .values("acme", "cap", new BigDecimal("1"))
                .values("acme", "ink", new BigDecimal("2"))
                .values("acme", "pen", new BigDecimal("3"))
                .values("zeta", "pen", new BigDecimal("9"))
                .execute();
    }

    @Test
    void deletesWhatIsMissing(DSLContext ctx) {
        assertThatSql(ACME.rows(QUOTED.subList(0, 2)).queries().get(0)).rendersSql("""
                delete from "public"."offer"
                where (
                  "public"."offer"."shop" = ?
                  and (not exists (
                    select 1
                    from (values (?, ?), (?, ?)) as "incoming" ("shop", "sku")
                    where (
                      "public"."offer"."shop" = cast("incoming"."shop" as text)
                      and "public"."offer"."sku" = cast("incoming"."sku" as text)
                    )
                  ))
                )
                """);
        assertThatSql(ACME.rows(QUOTED.subList(0, 2)).queries().get(1)).rendersSql("""
                insert into "public"."offer" ("shop", "sku", "price")
                select "incoming"."shop", "incoming"."sku", "incoming"."price"
                from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("shop", "sku", "price")
                where (not exists (
                  select 1
                  from "public"."offer"
                  where (
                    "public"."offer"."shop" = "incoming"."shop"
                    and "public"."offer"."sku" = "incoming"."sku"
                    and not ("public"."offer"."price" is distinct from cast("incoming"."price" as numeric(10, 2)))
                  )
                ))
                order by "incoming"."shop", "incoming"."sku"
                on conflict ("shop", "sku") do update
                set "price" = excluded."price"
                where ("public"."offer"."shop" = ? and "public"."offer"."price" is distinct from excluded."price")
                """);
        assertThat(ACME.rows(QUOTED).queries()).hasSize(2);
        List<Quote> quotes = QUOTED;
        int written = ACME.rows(quotes).execute(ctx);
        assertThat(written).isEqualTo(3);
        assertThat(offersOf(ctx)).containsExactly("acme cap 1.00", "acme ink 2.50", "acme pad 4.00", "zeta pen 9.00");
        assertThat(ACME.rows(quotes).execute(ctx)).isZero();
    }

    @Test
    void syncsRecords(DSLContext ctx) {
        List<OfferRecord> records = QUOTED.stream()
                .map(quote -> new OfferRecord("acme", quote.sku(), quote.price(), null))
                .toList();
        assertThat(RECORDS.rows(records).execute(ctx)).isEqualTo(3);
        assertThat(offersOf(ctx)).containsExactly("acme cap 1.00", "acme ink 2.50", "acme pad 4.00", "zeta pen 9.00");
    }

    @Test
    void marksWhatIsMissing(DSLContext ctx) {
        assertThatSql(MARKING.rows(QUOTED.subList(0, 1)).queries().get(0)).rendersSql("""
                update "public"."offer"
                set "withdrawn_at" = now()
                where (
                  "public"."offer"."shop" = ?
                  and "public"."offer"."withdrawn_at" is null
                  and (not exists (
                    select 1
                    from (values (?, ?)) as "incoming" ("shop", "sku")
                    where (
                      "public"."offer"."shop" = cast("incoming"."shop" as text)
                      and "public"."offer"."sku" = cast("incoming"."sku" as text)
                    )
                  ))
                )
                """);
        assertThat(MARKING.rows(QUOTED).execute(ctx)).isEqualTo(3);
        assertThat(offersOf(ctx))
                .containsExactly(
                        "acme cap 1.00", "acme ink 2.50", "acme pad 4.00", "acme pen 3.00 withdrawn", "zeta pen 9.00");
        assertThat(MARKING.rows(QUOTED).execute(ctx)).isZero();
        assertThat(MARKING.rows(
                                quote("acme", "cap", "1"),
                                quote("acme", "ink", "2.50"),
                                quote("acme", "pad", "4"),
                                quote("acme", "pen", "3"))
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(offersOf(ctx)).contains("acme pen 3.00");
    }

    @Test
    void keepsWhatIsMissing(DSLContext ctx) {
        assertThat(KEEPING.rows(QUOTED).execute(ctx)).isEqualTo(2);
        assertThat(offersOf(ctx))
                .containsExactly("acme cap 1.00", "acme ink 2.50", "acme pad 4.00", "acme pen 3.00", "zeta pen 9.00");
    }

    @Test
    void othersRowsStay(DSLContext ctx) {
        List<Quote> quotes = List.of(quote("acme", "cap", "1"), quote("zeta", "pen", "0"));
        assertThat(ACME.rows(quotes).fetchOutcomes(ctx).stream().map(Outcome::status))
                .containsExactly(Status.UNCHANGED, Status.OUT_OF_SCOPE);
        assertThat(offersOf(ctx)).containsExactly("acme cap 1.00", "zeta pen 9.00");
        assertThatThrownBy(() -> ACME.rows(quote("zeta", "ink", "1")).execute(ctx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row 1 would be outside the scope after this");
        assertThat(offersOf(ctx)).containsExactly("acme cap 1.00", "zeta pen 9.00");
    }

    @Test
    void refusesToRemoveTooMuch(DSLContext ctx) {
        assertThatThrownBy(() -> GUARDED.rows(QUOTED).execute(ctx))
                .isInstanceOfSatisfying(SyncRefusedException.class, e -> {
                    assertThat(e.toRemove()).isEqualTo(1);
                    assertThat(e.inScope()).isEqualTo(3);
                })
                .hasMessageContaining("1 row would be removed, of 3 in the scope, and at most 10 percent may be");
        assertThat(offersOf(ctx)).hasSize(4).contains("acme ink 2.00");
        assertThat(ACME.refuseToRemoveMoreThan(1).rows(QUOTED).execute(ctx)).isEqualTo(3);
    }

    @Test
    void noRowsNeedAGuard(DSLContext ctx) {
        assertThatThrownBy(() -> ACME.rows().execute(ctx))
                .isInstanceOf(SyncRefusedException.class)
                .hasMessageContaining("3 rows would be removed, since no rows were given at all");
        assertThat(offersOf(ctx)).hasSize(4);
        assertThat(ACME.refuseToRemoveMoreThanPercent(100).rows().execute(ctx)).isEqualTo(3);
        assertThat(offersOf(ctx)).containsExactly("zeta pen 9.00");
    }

    @Test
    void aDryRunOnlyTells(DSLContext ctx) {
        Totals totals = ACME.rows(QUOTED).dryRun(ctx);
        assertThat(totals.inserted()).isEqualTo(1);
        assertThat(totals.updated()).isEqualTo(1);
        assertThat(totals.unchanged()).isEqualTo(1);
        assertThat(totals.deleted()).isEqualTo(1);
        assertThat(GUARDED.rows(QUOTED).dryRun(ctx)).isEqualTo(totals);
        assertThat(offersOf(ctx)).containsExactly("acme cap 1.00", "acme ink 2.00", "acme pen 3.00", "zeta pen 9.00");
    }

    @Test
    void tellsWhatBecameOfEachRow(DSLContext ctx) {
        List<Quote> quotes = QUOTED;
        Outcomes<Quote, Record2<String, BigDecimal>> outcomes =
                ACME.rows(quotes).returning(OFFER.SKU, OFFER.PRICE).fetchOutcomes(ctx);
        assertThat(outcomes.stream().map(Outcome::status))
                .containsExactly(Status.UNCHANGED, Status.UPDATED, Status.INSERTED);
        assertThat(outcomes.removed()).extracting(Record2::value1).containsExactly("pen");
        assertThat(outcomes.totals().deleted()).isEqualTo(1);
    }

    private static Quote quote(String shop, String sku, String price) {
        return new Quote(shop, sku, new BigDecimal(price));
    }

    private static List<String> offersOf(DSLContext ctx) {
        return ctx.selectFrom(OFFER)
                .orderBy(OFFER.SHOP, OFFER.SKU)
                .fetch(row -> row.getShop() + " " + row.getSku() + " " + row.getPrice()
                        + (row.getWithdrawnAt() == null ? "" : " withdrawn"));
    }
}
