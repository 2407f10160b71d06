// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.Deliveries.QUOTE;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Deliveries.deliveries;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bulkdsl.contract.Progress;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements batch by batch: how many rows at a time. */
@PostgresTest(migrations = "classpath:db/migration")
class BatchesTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final List<Progress> told = new ArrayList<>();

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 25);
    }

    @Test
    void rowsAreWrittenSoManyAtATime(DSLContext ctx) {
        Progress done =
                RESTOCK.rows(deliveries(25)).batchSize(10).onProgress(told::add).execute(ctx);
        assertThat(ProgressText.of(told)).containsExactly("10 10 1", "20 20 2", "25 25 3");
        assertThat(done).isEqualTo(told.get(2));
        assertThat(done.elapsed()).isPositive();
        assertThat(done.rowsPerSecond()).isPositive();
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 2).containsEntry("isbn-25", 50);
        assertThat(ProgressText.of(QUOTE.rows(deliveries(25)).batchSize(24).execute(ctx)))
                .isEqualTo("25 25 2");
        assertThat(ProgressText.of(
                        QUOTE.onlyChanged().rows(deliveries(25)).batchSize(7).execute(ctx)))
                .isEqualTo("25 0 4");
        assertThat(ProgressText.of(LOG.rows(deliveries(25)).batchSize(25).execute(ctx)))
                .isEqualTo("25 25 1");
        assertThat(ProgressText.of(LOG.rows().batchSize(1).execute(ctx))).isEqualTo("0 0 0");
    }

    @Test
    void aBatchEndsAlsoWhereItIsLargeEnough(DSLContext ctx) {
        List<Delivery> long100 = IntStream.range(0, 7)
                .mapToObj(i -> new Delivery("x".repeat(100), i))
                .toList();
        assertThat(ProgressText.of(
                        LOG.rows(long100).batchSize(100).batchBytes(250).execute(ctx)))
                .isEqualTo("7 7 3");
        assertThat(ProgressText.of(
                        LOG.rows(long100).batchSize(2).batchBytes(250).execute(ctx)))
                .isEqualTo("7 7 4");
        assertThat(ProgressText.of(
                        LOG.rows(long100).batchSize(100).batchBytes(1).execute(ctx)))
                .isEqualTo("7 7 7");
    }

    @Test
    void waitsBetweenBatchesOnly(DSLContext ctx) {
        Duration delay = Duration.ofMillis(50);
        Progress done = LOG.rows(deliveries(25)).batchSize(10).batchDelay(delay).execute(ctx);
        assertThat(done.elapsed()).isGreaterThan(delay.multipliedBy(2));
        assertThat(ProgressText.of(
                        LOG.rows(deliveries(25)).batchSize(25).batchDelay(LONG).execute(ctx)))
                .isEqualTo("25 25 1");
    }

    @Test
    void whatCannotBeCutIsRefused() {
        var rule = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.STOCK, ge())
                .from(Delivery::copies)
                .set(BOOK.TITLE)
                .from(Delivery::isbn);
        assertThatIllegalStateException()
                .isThrownBy(() -> rule.rows(deliveries(25)).batchSize(10))
                .withMessageContaining("rows of different batches may match the same row of the table");
        var sync = bulkSync(QUOTE).scope(PRICE.SOURCE.eq("feed")).deleteMissing();
        assertThatIllegalStateException()
                .isThrownBy(() -> sync.rows(deliveries(25)).batchSize(10))
                .withMessageContaining("a sync can't be in batches");
        var log = LOG.rows(deliveries(25));
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(1).batchBytes(0));
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(1).batchDelay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> log.batchSize(1).retry(-1, Duration.ZERO));
    }
}
