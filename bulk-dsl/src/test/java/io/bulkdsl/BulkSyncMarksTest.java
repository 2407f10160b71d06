// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Offers.ACME;
import static io.bulkdsl.Offers.FEED;
import static io.bulkdsl.Offers.MARKING;
import static io.bulkdsl.Offers.SYNC;
import static io.bulkdsl.Offers.contents;
import static io.bulkdsl.Offers.feed;
import static io.bulkdsl.Offers.offers;
import static io.bulkdsl.contract.Status.UNCHANGED;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.Offers.Feed;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Syncs that mark what is missing instead of deleting it. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkSyncMarksTest {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

    @Test
    void marksWhatIsMissing(DSLContext ctx) {
        offers(ctx);
        assertThatSql(MARKING.rows(FEED.get(0)).queries().get(0)).rendersSql("""
                        update "public"."offer"
                        set "removed_at" = now(), "removed_by" = 'sync'
                        where (
                          "public"."offer"."supplier" = ?
                          and "public"."offer"."removed_at" is null
                          and (not exists (
                            select 1
                            from (values (?)) as "incoming" ("sku")
                            where "public"."offer"."sku" = cast("incoming"."sku" as varchar(20)))))
                        """);
        var outcomes = MARKING.rows(FEED).returning(OFFER.SKU, OFFER.REMOVED_BY).fetchOutcomes(ctx);
        assertThat(outcomes.totals()).isEqualTo(new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0));
        assertThat(outcomes.removed())
                .extracting(record -> record.value1() + " " + record.value2())
                .containsExactly("c sync");
        assertThat(contents(ctx)).contains("c acme 3.00 3 true");
        Object marked = version(ctx, "c");
        assertThat(MARKING.rows(FEED).execute(ctx)).isZero();
        assertThat(version(ctx, "c")).isEqualTo(marked);
    }

    @Test
    void takesTheMarkOffARowThatComesBack(DSLContext ctx) {
        // spotless:off
        var byPrice = bulkSync(bulkUpsert(OFFER, Feed.class)
                        .key(OFFER.SKU).from(Feed::sku)
                        .set(OFFER.PRICE).from(Feed::price)
                        .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
                        .onlyChanged(OFFER.PRICE))
                .scope(OFFER.SUPPLIER.eq("acme"))
                .softDeleteMissing(OFFER.REMOVED_AT, now());
        // spotless:on
        for (var sync : List.of(MARKING, byPrice)) {
            ctx.deleteFrom(OFFER).execute();
            offers(ctx);
            sync.rows(FEED.get(1)).execute(ctx);
            assertThat(contents(ctx)).contains("b acme 2.00 2 true", "c acme 3.00 3 true");
            var back = sync.rows(FEED.get(1), feed("c", "3.00", 3)).fetchOutcomes(ctx);
            assertThat(back.stream().map(Outcome::status)).containsExactly(UNCHANGED, UPDATED);
            assertThat(contents(ctx)).contains("b acme 2.00 2 true", "c acme 3.00 3 false");
        }
    }

    @Test
    void marksByABoolean(DSLContext ctx) {
        Books.shelve(ctx, 3);
        // spotless:off
        var sync = bulkSync(bulkUpsert(BOOK, String.class)
                        .key(BOOK.ISBN).from(isbn -> isbn)
                        .doNothing())
                .scope(trueCondition())
                .softDeleteMissing(BOOK.DISCONTINUED, expr(mark -> inline(true)));
        var nullable = bulkSync(bulkUpsert(WIDE, String.class)
                        .key(WIDE.CODE).from(code -> code)
                        .set(WIDE.NN).from(code -> "nn")
                        .onlyChanged())
                .scope(trueCondition())
                .softDeleteMissing(WIDE.BO, expr(mark -> inline(true)));
        // spotless:on
        assertThat(sync.rows("isbn-1").execute(ctx)).isEqualTo(2);
        assertThat(sync.rows("isbn-1").execute(ctx)).isZero();
        assertThat(ctx.fetchValues(BOOK.DISCONTINUED)).containsExactlyInAnyOrder(false, true, true);

        nullable.rows("a", "b").execute(ctx);
        assertThat(nullable.rows("a", "b").execute(ctx)).isZero();
        assertThat(nullable.rows("a", "b").dryRun(ctx).unchanged()).isEqualTo(2);
        assertThat(ctx.fetchValues(WIDE.BO)).containsOnlyNulls();
        assertThat(nullable.rows("a").fetchOutcomes(ctx).totals().deleted()).isEqualTo(1);
        assertThat(ctx.fetchValue(WIDE.BO, WIDE.CODE.eq("b"))).isTrue();
        assertThat(nullable.rows("a", "b").fetchOutcomes(ctx).rows().get(1).status())
                .isEqualTo(UPDATED);
        assertThat(ctx.fetchValue(WIDE.BO, WIDE.CODE.eq("b"))).isFalse();
        assertThat(nullable.rows("a", "b").execute(ctx)).isZero();
        assertThat(ctx.fetchValue(WIDE.BO, WIDE.CODE.eq("a"))).isNull();
    }

    /** Null and false are both no mark, and one doesn't become the other. */
    @Test
    void aFlagThatIsNullIsNoMark(DSLContext ctx) {
        // spotless:off
        var sync = bulkSync(bulkUpsert(WIDE, String.class)
                        .key(WIDE.CODE).from(code -> code)
                        .set(WIDE.NN).from(code -> "nn")
                        .setWhenChanged(WIDE.DT, now()))
                .scope(trueCondition())
                .softDeleteMissing(WIDE.BO, expr(mark -> inline(true)));
        // spotless:on
        assertThatSql(sync.rows("a").queries().get(1)).rendersSql("""
                        insert into "public"."wide" ("code", "nn", "dt")
                        select "incoming"."code", "incoming"."nn", now()
                        from (values (?, ?)) as "incoming" ("code", "nn")
                        order by "incoming"."code"
                        on conflict ("code") do update
                        set
                          "nn" = excluded."nn",
                          "bo" = case
                            when "public"."wide"."bo" = true then false
                            else "public"."wide"."bo"
                          end,
                          "dt" = case
                            when (
                              "public"."wide"."nn" is distinct from excluded."nn"
                              or "public"."wide"."bo" is distinct from case
                                when "public"."wide"."bo" = true then false
                                else "public"."wide"."bo"
                              end
                            ) then now()
                            else "public"."wide"."dt"
                          end
                        where true
                        """);
        sync.rows("a", "b").execute(ctx);
        ctx.update(WIDE).set(WIDE.DT, LONG_AGO).execute();
        sync.rows("a", "b").execute(ctx);
        assertThat(ctx.fetchValues(WIDE.BO)).containsOnlyNulls();
        assertThat(ctx.fetchCount(WIDE, WIDE.DT.eq(LONG_AGO))).isEqualTo(2);
        sync.rows("a").execute(ctx);
        sync.rows("a", "b").execute(ctx);
        assertThat(ctx.fetchCount(WIDE, WIDE.DT.eq(LONG_AGO))).isEqualTo(1);
        assertThat(ctx.selectFrom(WIDE).fetchMap(WIDE.CODE, WIDE.BO))
                .containsEntry("a", null)
                .containsEntry("b", false);
    }

    @Test
    void refusesMarksThatCantBe(DSLContext ctx) {
        assertThatThrownBy(() -> SYNC.setMissing(OFFER.REMOVED_BY, expr(by -> inline("sync"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("softDeleteMissing");
        assertThatThrownBy(() -> MARKING.setMissing(OFFER.REMOVED_AT, now()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("removed_at");
        assertThatThrownBy(() -> ACME.softDeleteMissing(OFFER.PRICE, expr(price -> inline(BigDecimal.ZERO))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price");
        assertThatThrownBy(() -> SYNC.refuseToRemoveMoreThan(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SYNC.refuseToRemoveMoreThanPercent(100.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SYNC.refuseToRemoveMoreThanPercent(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Object version(DSLContext ctx, String sku) {
        return ctx.fetchValue("select xmin::text from offer where sku = ?", sku);
    }
}
