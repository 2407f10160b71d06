// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.Deliveries.deliveries;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What ends a statement between two batches or amid one, and what is written then. */
@PostgresTest(migrations = "classpath:db/migration")
class BatchesStoppedTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final List<Progress> told = new ArrayList<>();

    @Test
    void aTimeoutOfTheServerEndsIt(DSLContext ctx) {
        ctx.execute(
                "create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(0.01); return new; end'");
        ctx.execute("create trigger slow before insert on log_entry for each row execute function slow()");
        ctx.connection(connection -> {
            DSLContext one = SourceUnderTest.on(DSL.using(connection, SQLDialect.POSTGRES));
            one.execute("set statement_timeout = 100");
            assertThatThrownBy(() -> LOG.rows(IntStream.range(0, 60)
                                    .mapToObj(i -> new Delivery("m", i))
                                    .toList())
                            .batchSize(30)
                            .execute(one))
                    .isInstanceOfSatisfying(
                            BulkException.class, e -> assertThat(e.sqlState()).isEqualTo("57014"));
            one.execute("set statement_timeout = 0");
            assertThat(one.fetchCount(LOG_ENTRY)).isZero();
            assertThat(LOG.rows(new Delivery("m", 1)).batchSize(30).execute(one).written())
                    .isEqualTo(1);
        });
    }

    @Test
    void isCancelled(DSLContext ctx) {
        var log = LOG.rows(deliveries(25)).batchSize(10).onProgress(told::add);
        assertThatThrownBy(
                        () -> log.cancelWhen(progress -> progress.rows() == 20).execute(ctx))
                .isInstanceOfSatisfying(CancelledException.class, e -> assertThat(ProgressText.of(e.progress()))
                        .isEqualTo("20 20 2"))
                .hasMessage("bulkInsert into log_entry: cancelled after 2 batches (20 rows); nothing is written");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
        assertThatThrownBy(
                        () -> log.commitEachBatch().cancelWhen(progress -> true).execute(ctx))
                .isInstanceOf(CancelledException.class)
                .hasMessage("bulkInsert into log_entry: cancelled after 1 batch (10 rows), committed");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
        assertThat(ProgressText.of(
                        log.cancelWhen(progress -> progress.rows() == 25).execute(ctx)))
                .as("too late")
                .isEqualTo("25 25 3");
    }

    @Test
    void aListenerMayThrow(DSLContext ctx) {
        var log = LOG.rows(deliveries(25)).batchSize(10).commitEachBatch().onProgress(progress -> {
            throw new UnsupportedOperationException("enough");
        });
        assertThatThrownBy(() -> log.execute(ctx)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
    }

    @Test
    void isInterruptedWhileItWaits(DSLContext ctx) {
        Thread current = Thread.currentThread();
        var log = LOG.rows(deliveries(25)).batchSize(10).batchDelay(LONG).onProgress(progress -> current.interrupt());
        assertThatThrownBy(() -> log.execute(ctx))
                .isInstanceOf(CancelledException.class)
                .hasMessage("bulkInsert into log_entry: interrupted after 1 batch (10 rows); nothing is written");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
    }
}
