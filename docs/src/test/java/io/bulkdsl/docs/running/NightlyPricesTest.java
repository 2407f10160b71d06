// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.running;

import static io.bulkdsl.docs.db.Tables.FEED_PRICE;
import static io.bulkdsl.docs.running.NightlyPrices.CORRECTIONS;
import static io.bulkdsl.testkit.SqlAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.JobTable;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.testkit.PostgresTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.FlowAdapters;

/** What docs/running-safely.md promises of each. */
@PostgresTest(migrations = "classpath:db/migration")
class NightlyPricesTest {

    private static final int QUOTES = 25_000;

    @Test
    void allOfItOrNothing(DSLContext ctx) {
        Progress done = NightlyPrices.allOrNone(ctx, quotes());
        assertThat(done.batches()).isEqualTo(3);
        assertThat(ctx.fetchCount(FEED_PRICE)).isEqualTo(QUOTES);

        List<Quote> withABadOne = new ArrayList<>(quotes());
        withABadOne.set(20_000, new Quote("sku-bad", BigDecimal.valueOf(-1)));
        assertThatThrownBy(() -> NightlyPrices.allOrNone(ctx, withABadOne))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("23514"));
        assertThat(changes(ctx)).isEqualTo(QUOTES);
    }

    @Test
    void whatIsCommittedStaysWhenItIsCancelled(DSLContext ctx) {
        List<Progress> told = new ArrayList<>();
        assertThatThrownBy(() -> NightlyPrices.watched(ctx, quotes(), told::add, progress -> progress.batches() == 2))
                .isInstanceOfSatisfying(
                        CancelledException.class,
                        e -> assertThat(e.progress().rows()).isEqualTo(20_000));
        assertThat(told).extracting(Progress::rows).containsExactly(10_000L, 20_000L);
        assertThat(ctx.fetchCount(FEED_PRICE)).isEqualTo(20_000);
    }

    @Test
    void aFileIsReadBatchByBatch(DSLContext ctx, @TempDir Path folder) throws IOException {
        Path feed = Files.writeString(
                folder.resolve("feed.csv"),
                quotes().stream()
                        .map(quote -> quote.sku() + ";" + quote.amount())
                        .collect(joining("\n")));
        assertThat(NightlyPrices.fromFile(ctx, feed).written()).isEqualTo(QUOTES);
    }

    @Test
    void aPublisherIsHeldBack(DSLContext ctx) throws InterruptedException {
        try (SubmissionPublisher<Quote> publisher = new SubmissionPublisher<>()) {
            Thread feeding = new Thread(() -> {
                while (!publisher.hasSubscribers()) {
                    Thread.onSpinWait();
                }
                quotes().forEach(publisher::submit);
                publisher.close();
            });
            feeding.start();
            Flow.Publisher<Quote> quotes = publisher;
            assertThat(NightlyPrices.published(ctx, FlowAdapters.toPublisher(quotes))
                            .written())
                    .isEqualTo(QUOTES);
            feeding.join();
        }
    }

    @Test
    void badRowsAreHandedOverAndTheOthersWritten(DSLContext ctx) {
        List<Quote> quotes = List.of(
                new Quote("pen", BigDecimal.ONE),
                new Quote("ink", BigDecimal.valueOf(-1)),
                new Quote("nib", new BigDecimal("123456789.00")));
        List<Rejected<Quote>> bad = new ArrayList<>();
        Progress done = NightlyPrices.rejecting(ctx, quotes, bad::add);
        assertThat(done.written()).isEqualTo(1);
        assertThat(bad)
                .extracting(rejected -> rejected.rowNumber() + " "
                        + rejected.element().sku() + " " + rejected.error().sqlState())
                .containsExactly("2 ink 23514", "3 nib 22003");
    }

    @Test
    void aJobGoesOnWhereItWasKilled(DSLContext ctx) {
        List<Quote> brokenAt7000 = new ArrayList<>(quotes());
        brokenAt7000.set(7_000, new Quote("sku-" + 7_000, BigDecimal.valueOf(-1)));
        assertThatThrownBy(() -> NightlyPrices.resumable(ctx, brokenAt7000, "2026-11-21"));
        assertThat(ctx.fetchCount(FEED_PRICE)).isPositive().isLessThan(QUOTES);

        NightlyPrices.resumable(ctx, quotes(), "2026-11-21");
        NightlyPrices.resumable(ctx, quotes(), "2026-11-21");

        assertThat(changes(ctx)).as("each row once").isEqualTo(QUOTES);
        assertThat(JobTable.DEFAULT.forget(ctx, "prices of 2026-11-21")).isTrue();
    }

    @Test
    void rowsAreLockedInTheOrderOfTheirKeys(DSLContext ctx) {
        Quote pen = new Quote("pen", BigDecimal.ONE);
        Quote ink = new Quote("ink", BigDecimal.TEN);
        assertThat(CORRECTIONS.rows(pen, ink).lockInKeyOrder()).rendersSql("""
                with "found" as (
                  select
                    "incoming"."row_number", "incoming"."sku", "incoming"."amount",
                    "public"."feed_price"."sku" as "target_1"
                  from "public"."feed_price", (values (?, ?, ?), (?, ?, ?)) as "incoming" ("row_number", "sku", "amount")
                  where "public"."feed_price"."sku" = "incoming"."sku"
                  order by "incoming"."sku"
                  for no key update of "feed_price"
                )
                update "public"."feed_price"
                set "amount" = "found"."amount"
                from "found"
                where ("public"."feed_price"."sku" = "found"."target_1" and "public"."feed_price"."sku" = "found"."sku")
                """);
        NightlyPrices.allOrNone(ctx, List.of(pen, ink));
        assertThat(NightlyPrices.lockedInOrder(ctx, List.of(pen, ink))).isEqualTo(2);
    }

    @Test
    void portionsGoAtTheSameTime(DataSource pool) {
        DSLContext ctx = DSL.using(pool, SQLDialect.POSTGRES);
        assertThat(NightlyPrices.inParallel(ctx, quotes())).isEqualTo(QUOTES);
    }

    private static List<Quote> quotes() {
        return IntStream.range(0, QUOTES)
                .mapToObj(i -> new Quote("sku-" + i, BigDecimal.valueOf(i % 100)))
                .toList();
    }

    private static int changes(DSLContext ctx) {
        return ctx.select(DSL.sum(FEED_PRICE.CHANGES)).from(FEED_PRICE).fetchSingleInto(int.class);
    }
}
