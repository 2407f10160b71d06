// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.running;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.docs.db.Tables.FEED_PRICE;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.JobTable;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.docs.db.tables.records.FeedPriceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.reactivestreams.Publisher;

/** A feed of prices, written in the ways that a night may ask for. */
final class NightlyPrices {

    // spotless:off
    static final BulkUpsert<FeedPriceRecord, Quote> PRICES = bulkUpsert(FEED_PRICE, Quote.class)
            .key(FEED_PRICE.SKU).from(Quote::sku)
            .set(FEED_PRICE.AMOUNT).from(Quote::amount)
            .set(FEED_PRICE.CHANGES, incr()).from(Quote::change);

    static final BulkUpdate<FeedPriceRecord, Quote> CORRECTIONS = bulkUpdate(FEED_PRICE, Quote.class)
            .key(FEED_PRICE.SKU).from(Quote::sku)
            .set(FEED_PRICE.AMOUNT).from(Quote::amount);
    // spotless:on

    static Progress allOrNone(DSLContext ctx, List<Quote> quotes) {
        return PRICES.rows(quotes).batchSize(10_000).execute(ctx);
    }

    static Progress watched(
            DSLContext ctx, List<Quote> quotes, Consumer<Progress> listener, Predicate<Progress> operatorSaysStop) {
        return PRICES.rows(quotes)
                .batchSize(10_000)
                .batchBytes(16 << 20)
                .commitEachBatch()
                .batchDelay(Duration.ofMillis(100))
                .retry(3, Duration.ofMillis(50))
                .onProgress(listener)
                .cancelWhen(operatorSaysStop)
                .execute(ctx);
    }

    static Progress fromFile(DSLContext ctx, Path feed) throws IOException {
        try (Stream<String> lines = Files.lines(feed)) {
            return PRICES.rows(lines.map(Quote::parse))
                    .batchSize(10_000)
                    .distinctKeys()
                    .execute(ctx);
        }
    }

    static Progress published(DSLContext ctx, Publisher<Quote> quotes) {
        return PRICES.rowsFrom(quotes).batchSize(10_000).distinctKeys().execute(ctx);
    }

    static Progress rejecting(DSLContext ctx, List<Quote> quotes, Consumer<Rejected<Quote>> bad) {
        return PRICES.rows(quotes)
                .batchSize(1_000)
                .onReject(bad)
                .maxRejects(100)
                .execute(ctx);
    }

    static Progress resumable(DSLContext ctx, List<Quote> quotes, String night) {
        JobTable.DEFAULT.create(ctx);
        return PRICES.rows(quotes)
                .batchSize(1_000)
                .commitEachBatch()
                .jobId("prices of " + night)
                .execute(ctx);
    }

    static int lockedInOrder(DSLContext ctx, List<Quote> quotes) {
        return CORRECTIONS.rows(quotes).lockInKeyOrder().execute(ctx);
    }

    static int inParallel(DSLContext ctx, List<Quote> quotes) {
        return PRICES.rows(quotes).parallel(4).execute(ctx);
    }

    private NightlyPrices() {}
}
