// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What suppliers offer, and syncs of what one of them feeds. */
final class Offers {

    // spotless:off
    record Feed(String sku, @Nullable BigDecimal price, @Nullable Integer position, String supplier) {}

    static final BulkUpsert<OfferRecord, Feed> UPSERT = bulkUpsert(OFFER, Feed.class)
            .key(OFFER.SKU).from(Feed::sku)
            .set(OFFER.PRICE).from(Feed::price)
            .set(OFFER.POSITION).from(Feed::position)
            .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
            .onlyChanged();

    static final BulkSync.MissingStep<OfferRecord, Feed> ACME = bulkSync(UPSERT).scope(OFFER.SUPPLIER.eq("acme"));

    static final BulkSync<OfferRecord, Feed> SYNC = ACME.deleteMissing();

    static final BulkSync<OfferRecord, Feed> MARKING = ACME
            .softDeleteMissing(OFFER.REMOVED_AT, now())
            .setMissing(OFFER.REMOVED_BY, expr(by -> inline("sync")));
    // spotless:on

    /** Of those that {@link #offers} puts there, "a" is the same, "b" has another price, "c" is missing, "d" is new. */
    static final List<Feed> FEED = List.of(feed("d", "4.00", 4), feed("a", "1.0", 1), feed("b", "2.50", 2));

    /** "a", "b" and "c" of acme at their positions, and "x" of another. */
    static void offers(DSLContext ctx) {
        ctx.insertInto(OFFER, OFFER.SKU, OFFER.SUPPLIER, OFFER.PRICE, OFFER.POSITION)
                .values("a", "acme", new BigDecimal("1.00"), 1)
                .values("b", "acme", new BigDecimal("2.00"), 2)
                .values("c", "acme", new BigDecimal("3.00"), 3)
                .values("x", "other", new BigDecimal("9.00"), 9)
                .execute();
    }

    static Feed feed(String sku, @Nullable String price, @Nullable Integer position) {
        return new Feed(sku, price == null ? null : new BigDecimal(price), position, "acme");
    }

    static List<String> contents(DSLContext ctx) {
        return ctx.selectFrom(OFFER)
                .orderBy(OFFER.SKU)
                .fetch(offer -> offer.getSku() + " " + offer.getSupplier() + " " + offer.getPrice() + " "
                        + offer.getPosition() + " " + (offer.getRemovedAt() != null));
    }

    static SyncRefusedException refusal(DSLContext ctx, BulkSync<OfferRecord, Feed> sync, List<Feed> rows) {
        var refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> sync.rows(rows).execute(ctx));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Offers() {}
}
