// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Offers.ACME;
import static io.bulkdsl.Offers.FEED;
import static io.bulkdsl.Offers.MARKING;
import static io.bulkdsl.Offers.SYNC;
import static io.bulkdsl.Offers.UPSERT;
import static io.bulkdsl.Offers.contents;
import static io.bulkdsl.Offers.feed;
import static io.bulkdsl.Offers.offers;
import static io.bulkdsl.testdb.public_.Tables.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.Offers.Feed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What a dry run of a sync says is what happens. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkSyncDryRunTest {

    record Foreseen(BulkSync<OfferRecord, Feed> sync, List<Feed> rows, Totals totals) {}

    @Test
    void aDryRunForesees(DSLContext ctx) {
        Map<String, Foreseen> cases = foreseen();
        cases.forEach((name, expected) -> {
            ctx.deleteFrom(OFFER).execute();
            offers(ctx);
            var before = contents(ctx);
            var statement = expected.sync.rows(expected.rows);
            Totals foreseen = ctx.transactionResult(trx -> {
                trx.dsl().execute("set transaction read only");
                return statement.dryRun(trx.dsl());
            });
            assertThat(contents(ctx)).as(name).isEqualTo(before);
            assertThat(foreseen).as(name + ", foreseen").isEqualTo(expected.totals);
            assertThat(statement.fetchOutcomes(ctx).totals())
                    .as(name + ", done")
                    .isEqualTo(expected.totals);
        });
    }

    // spotless:off
    private static Map<String, Foreseen> foreseen() {
        var always = bulkUpsert(OFFER, Feed.class)
                .key(OFFER.SKU).from(Feed::sku)
                .set(OFFER.PRICE).from(Feed::price)
                .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier);
        var adding = bulkUpsert(OFFER, Feed.class)
                .key(OFFER.SKU).from(Feed::sku)
                .set(OFFER.PRICE, incr()).from(Feed::price)
                .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
                .onlyChanged();
        var orDefault = bulkUpsert(OFFER, Feed.class)
                .key(OFFER.SKU).from(Feed::sku)
                .set(OFFER.PRICE).fromOrDefault(Feed::price)
                .setOnInsert(OFFER.SUPPLIER).from(Feed::supplier)
                .onlyChanged();
        var versioned = always.version(OFFER.POSITION).from(Feed::position);
        var only = OFFER.SUPPLIER.eq("acme");

        Map<String, Foreseen> cases = new LinkedHashMap<>();
        cases.put("insert, update, delete", new Foreseen(SYNC, FEED, new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("mark", new Foreseen(MARKING, FEED, new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("keep", new Foreseen(ACME.keepMissing(), FEED, new Totals(1, 1, 1, 0, 0, 0, 0, 0, 0)));
        cases.put("out of scope", new Foreseen(
                SYNC, List.of(feed("a", "1", 1), feed("x", "5", 5)), new Totals(0, 0, 1, 2, 0, 0, 0, 1, 0)));
        cases.put("the same number", new Foreseen(
                SYNC, List.of(feed("a", "1.000", 1), feed("b", "2", 2), feed("c", "3.0", 3)), new Totals(0, 0, 3, 0, 0, 0, 0, 0, 0)));
        cases.put("the same number once stored", new Foreseen(
                SYNC, List.of(feed("a", "1.001", 1), feed("b", "1.999", 2), feed("c", "3.005", 3)),
                new Totals(0, 1, 2, 0, 0, 0, 0, 0, 0)));
        cases.put("nulls", new Foreseen(
                SYNC, List.of(feed("a", null, 1), feed("b", "2", null), feed("c", "3", 3)), new Totals(0, 2, 1, 0, 0, 0, 0, 0, 0)));
        cases.put("written whether it changes or not", new Foreseen(
                bulkSync(always).scope(only).deleteMissing(), FEED, new Totals(1, 2, 0, 1, 0, 0, 0, 0, 0)));
        cases.put("existing rows left alone", new Foreseen(
                bulkSync(always.doNothing()).scope(only).deleteMissing(), FEED, new Totals(1, 0, 2, 1, 0, 0, 0, 0, 0)));
        cases.put("some may change", new Foreseen(
                bulkSync(always.where(OFFER.SKU.ne("b"))).scope(only).deleteMissing(), FEED, new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("increments", new Foreseen(
                bulkSync(adding).scope(only).deleteMissing(),
                List.of(feed("a", "0", 1), feed("b", null, 1), feed("c", "0.01", 1)), new Totals(0, 1, 2, 0, 0, 0, 0, 0, 0)));
        cases.put("duplicates dropped", new Foreseen(
                bulkSync(UPSERT.duplicates(Duplicates.LAST)).scope(only).deleteMissing(),
                List.of(feed("a", "5", 1), feed("a", "1", 1)), new Totals(0, 0, 1, 2, 0, 0, 0, 0, 1)));
        cases.put("duplicates of a new row dropped", new Foreseen(
                bulkSync(adding.duplicates(Duplicates.FIRST)).scope(only).deleteMissing(),
                List.of(feed("n", "5", 1), feed("n", "1", 1)), new Totals(1, 0, 0, 3, 0, 0, 0, 0, 1)));
        cases.put("a default for some", new Foreseen(
                bulkSync(orDefault).scope(only).deleteMissing(),
                List.of(feed("a", "1", 1), feed("b", null, 1), feed("n", null, 1)), new Totals(1, 1, 1, 1, 0, 0, 0, 0, 0)));
        cases.put("a scope that is null for some", new Foreseen(
                bulkSync(UPSERT).scope(OFFER.REMOVED_BY.ne("x").or(OFFER.SKU.eq("a"))).deleteMissing(),
                List.of(feed("b", "7", 2)), new Totals(0, 0, 0, 1, 0, 0, 0, 1, 0)));
        cases.put("versions", new Foreseen(
                bulkSync(versioned).scope(only).deleteMissing(),
                List.of(feed("b", "7", 7), feed("c", "7", 3)), new Totals(0, 1, 0, 1, 0, 1, 0, 0, 0)));
        cases.put("versions of rows out of scope", new Foreseen(
                bulkSync(versioned).scope(only).keepMissing(),
                List.of(feed("x", "7", 7)), new Totals(0, 0, 0, 0, 0, 0, 0, 1, 0)));
        cases.put("versions and the same number once stored", new Foreseen(
                bulkSync(versioned.onlyChanged()).scope(only).deleteMissing(),
                List.of(feed("a", "1.001", 1), feed("c", "2.5", 3)), new Totals(0, 1, 1, 1, 0, 0, 0, 0, 0)));
        return cases;
    }
    // spotless:on

    @Test
    void aDryRunHasNoGuard(DSLContext ctx) {
        offers(ctx);
        assertThat(SYNC.rows().dryRun(ctx)).isEqualTo(new Totals(0, 0, 0, 3, 0, 0, 0, 0, 0));
        assertThat(SYNC.refuseToRemoveMoreThan(0).rows(FEED).dryRun(ctx).deleted())
                .isEqualTo(1);
        assertThat(contents(ctx)).hasSize(4);
    }

    @Test
    void foreseesRowsThatComeBack(DSLContext ctx) {
        offers(ctx);
        MARKING.rows(FEED.get(1)).execute(ctx);
        var back = MARKING.rows(FEED.get(1), feed("b", "2", 2));
        assertThat(back.dryRun(ctx)).isEqualTo(new Totals(0, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(back.fetchOutcomes(ctx).totals()).isEqualTo(new Totals(0, 1, 1, 0, 0, 0, 0, 0, 0));
    }
}
