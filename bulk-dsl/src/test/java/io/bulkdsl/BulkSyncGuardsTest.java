// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Offers.ACME;
import static io.bulkdsl.Offers.FEED;
import static io.bulkdsl.Offers.MARKING;
import static io.bulkdsl.Offers.SYNC;
import static io.bulkdsl.Offers.contents;
import static io.bulkdsl.Offers.feed;
import static io.bulkdsl.Offers.offers;
import static io.bulkdsl.Offers.refusal;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Offers.Feed;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What a sync refuses: to remove too much, and to leave a row outside its scope. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkSyncGuardsTest {

    @Test
    void guardsAgainstRemovingTooMuch(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        for (var missing : List.of(SYNC, MARKING)) {
            var byRows = refusal(ctx, missing.refuseToRemoveMoreThan(1), FEED.subList(0, 2));
            assertThat(byRows)
                    .hasMessage("bulkSync of offer: 2 rows would be removed, and at most 1 may be;"
                            + " see refuseToRemoveMoreThan. Nothing was written");
            assertThat(byRows.toRemove()).isEqualTo(2);
            assertThat(refusal(ctx, missing.refuseToRemoveMoreThan(0), FEED))
                    .hasMessageStartingWith("bulkSync of offer: 1 row would be removed, and at most 0 may be;");
            assertThat(refusal(ctx, missing.refuseToRemoveMoreThanPercent(10), FEED))
                    .hasMessageContaining("1 row would be removed, of 3 in the scope, and at most 10 percent may be");
            assertThat(byRows.inScope()).isEqualTo(3);
            var byPercent = refusal(ctx, missing.refuseToRemoveMoreThanPercent(66.6), FEED.subList(0, 2));
            assertThat(byPercent)
                    .hasMessageContaining(
                            "2 rows would be removed, of 3 in the scope, and at most 66.6 percent may be");
            assertThat(byPercent.toRemove()).isEqualTo(2);
            assertThat(byPercent.inScope()).isEqualTo(3);
            assertThat(contents(ctx)).isEqualTo(before);
        }
        var guarded = SYNC.refuseToRemoveMoreThan(2).refuseToRemoveMoreThanPercent(66.7);
        assertThat(guarded.rows(FEED.subList(0, 2)).execute(ctx)).isEqualTo(3);
    }

    @Test
    void rowsMarkedBeforeDontCountForTheGuard(DSLContext ctx) {
        offers(ctx);
        var guarded = MARKING.refuseToRemoveMoreThanPercent(50);
        assertThat(guarded.rows(feed("a", "1", 1), feed("b", "2", 2)).execute(ctx))
                .isEqualTo(1);
        assertThat(guarded.rows(feed("a", "1", 1)).execute(ctx)).isEqualTo(1);
        assertThat(refusal(ctx, guarded, List.of()).inScope()).isEqualTo(1);
    }

    @Test
    void noRowsNeedAGuard(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        for (var missing : List.of(SYNC, MARKING)) {
            var refusal = refusal(ctx, missing, List.of());
            assertThat(refusal)
                    .hasMessage(
                            "bulkSync of offer: 3 rows would be removed, since no rows were given at all; if that is"
                                    + " meant, say so with refuseToRemoveMoreThanPercent(100). Nothing was written");
            assertThat(refusal.inScope()).isEqualTo(3);
            assertThat(contents(ctx)).isEqualTo(before);
        }
        assertThat(SYNC.refuseToRemoveMoreThanPercent(100).rows().execute(ctx)).isEqualTo(3);
        assertThat(contents(ctx)).containsExactly("x other 9.00 9 false");
        assertThat(SYNC.rows().execute(ctx)).isZero();
    }

    @Test
    void refusesARowCreatedOrMovedOutsideTheScope(DSLContext ctx) {
        offers(ctx);
        var before = contents(ctx);
        for (var sync : List.of(SYNC, MARKING, ACME.keepMissing())) {
            refusesOutside(ctx, sync, new Feed("e", BigDecimal.ONE, 5, "somebody"));
            assertThat(contents(ctx)).isEqualTo(before);
        }
        // spotless:off
        var moving = bulkSync(bulkUpsert(OFFER, Feed.class)
                        .key(OFFER.SKU).from(Feed::sku)
                        .set(OFFER.SUPPLIER).from(Feed::supplier))
                .scope(OFFER.SUPPLIER.eq("acme"))
                .deleteMissing();
        // spotless:on
        refusesOutside(ctx, moving, new Feed("b", BigDecimal.ONE, 5, "somebody"));
        assertThat(contents(ctx)).isEqualTo(before);
    }

    private static void refusesOutside(DSLContext ctx, BulkSync<OfferRecord, Feed> sync, Feed outside) {
        assertThatThrownBy(() -> sync.rows(FEED.get(0), outside).execute(ctx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bulkSync of offer: row 2 would be outside the scope after this, so the next sync wouldn't find it;"
                                + " set the columns that the scope is about");
    }
}
