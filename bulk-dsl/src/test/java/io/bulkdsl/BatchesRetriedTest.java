// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.Deliveries.deliveries;
import static io.bulkdsl.FailingInserts.failsAtFirst;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.testkit.PostgresTest;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** Batches that the server gave up are tried again, where that may help. */
@PostgresTest(migrations = "classpath:db/migration")
class BatchesRetriedTest {

    @Test
    void whatTheServerGaveUpIsTriedAgain(DSLContext ctx) {
        failsAtFirst(ctx, "40P01", 2);
        assertThat(ProgressText.of(LOG.rows(deliveries(25))
                        .batchSize(10)
                        .commitEachBatch()
                        .retry(2, Duration.ofMillis(1))
                        .execute(ctx)))
                .isEqualTo("25 25 3");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(25);
        failsAtFirst(ctx, "40001", 1);
        assertThat(ProgressText.of(LOG.rows(deliveries(25))
                        .batchSize(10)
                        .retry(1, Duration.ZERO)
                        .execute(ctx)))
                .as("as a whole")
                .isEqualTo("25 25 3");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(50);
    }

    @Test
    void whatWouldNotHelpIsNotTriedAgain(DSLContext ctx) {
        var log = LOG.rows(deliveries(25)).batchSize(10).retry(1, Duration.ZERO);
        failsAtFirst(ctx, "40001", 2);
        assertThatThrownBy(() -> log.execute(ctx)).as("too often").isInstanceOf(DataAccessException.class);
        failsAtFirst(ctx, "22012", 1);
        assertThatThrownBy(() -> log.execute(ctx)).as("another error").isInstanceOf(DataAccessException.class);
        failsAtFirst(ctx, "40001", 1);
        assertThatThrownBy(() -> ctx.transaction(transaction -> log.execute(transaction.dsl())))
                .as("the caller's transaction")
                .isInstanceOf(DataAccessException.class);
        failsAtFirst(ctx, "40001", 1);
        assertThatThrownBy(() -> LOG.rows(deliveries(25).iterator())
                        .batchSize(10)
                        .retry(1, Duration.ZERO)
                        .execute(ctx))
                .as("a stream can't be read again")
                .isInstanceOf(DataAccessException.class);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
        failsAtFirst(ctx, "40001", 1);
        assertThat(ProgressText.of(LOG.rows(deliveries(25).iterator())
                        .batchSize(10)
                        .commitEachBatch()
                        .retry(1, Duration.ZERO)
                        .execute(ctx)))
                .as("but a batch of it can")
                .isEqualTo("25 25 3");
    }
}
