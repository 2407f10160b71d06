// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Deliveries.deliveries;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches in one transaction, and each in its own. */
@PostgresTest(migrations = "classpath:db/migration")
class BatchesCommittedTest {

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 25);
    }

    @Test
    void allOrNone(DSLContext ctx) {
        assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(22)).batchSize(10).execute(ctx))
                .isInstanceOf(BulkException.class);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 1);
        ctx.transaction(transaction -> {
            DSLContext inner = transaction.dsl();
            assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(22))
                            .batchSize(10)
                            .retry(3, Duration.ZERO)
                            .execute(inner))
                    .isInstanceOf(BulkException.class);
            assertThat(Books.stock(inner)).containsEntry("isbn-1", 1);
            RESTOCK.rows(deliveries(25)).batchSize(10).execute(inner);
        });
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 2);
    }

    @Test
    void eachCommitted(DSLContext ctx) {
        assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(22))
                        .batchSize(10)
                        .commitEachBatch()
                        .execute(ctx))
                .isInstanceOfSatisfying(BatchFailedException.class, e -> assertThat(ProgressText.of(e.progress()))
                        .isEqualTo("20 20 2"))
                .hasMessageStartingWith("bulkUpdate of book: batch 3 failed after 2 batches (20 rows), committed: ")
                .hasCauseInstanceOf(BulkException.class);
        assertThat(Books.stock(ctx)).containsEntry("isbn-20", 40).containsEntry("isbn-21", 21);
        assertThatThrownBy(() -> RESTOCK.rows(withOverflowAt(2))
                        .batchSize(10)
                        .commitEachBatch()
                        .execute(ctx))
                .as("nothing is committed")
                .isInstanceOf(BulkException.class);
        ctx.transaction(transaction -> assertThatIllegalStateException()
                .isThrownBy(() -> RESTOCK.rows(deliveries(25))
                        .batchSize(10)
                        .commitEachBatch()
                        .execute(transaction.dsl()))
                .withMessageStartingWith(
                        "bulkUpdate of book: commitEachBatch() can't be, since the context is in a transaction"));
    }

    @Test
    void othersSeeACommittedBatch(DSLContext ctx) {
        List<Object> seen = new ArrayList<>();
        LOG.rows(deliveries(25))
                .batchSize(10)
                .commitEachBatch()
                .onProgress(progress -> seen.add(ctx.fetchCount(LOG_ENTRY)))
                .execute(ctx);
        assertThat(seen).containsExactly(10, 20, 25);
    }

    private static List<Delivery> withOverflowAt(int row) {
        return deliveries(25).stream()
                .map(delivery -> delivery.copies() == row ? new Delivery(delivery.isbn(), Integer.MAX_VALUE) : delivery)
                .toList();
    }
}
