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
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of a stream are read batch by batch, those of a collection settled before. */
@PostgresTest(migrations = "classpath:db/migration")
class BatchesOfStreamsTest {

    private final List<Progress> told = new ArrayList<>();

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 25);
    }

    @Test
    void rowsOfACollectionAreSettledTogether(DSLContext ctx) {
        List<Delivery> twice = new ArrayList<>(deliveries(25));
        twice.add(new Delivery("isbn-1", 100));
        assertThatThrownBy(() -> RESTOCK.rows(twice)
                        .batchSize(10)
                        .commitEachBatch()
                        .onProgress(told::add)
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("the same key as in row 1");
        assertThat(told).isEmpty();
        assertThat(ProgressText.of(RESTOCK.duplicates(Duplicates.FOLD)
                        .rows(twice)
                        .batchSize(10)
                        .execute(ctx)))
                .isEqualTo("26 25 3");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 102);
        RESTOCK.duplicates(Duplicates.FIRST).rows(twice).batchSize(10).execute(ctx);
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 103);
    }

    @Test
    void rowsOfAStreamAreReadWhenTheirTurnComes(DSLContext ctx) {
        AtomicInteger read = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        List<Integer> readThen = new ArrayList<>();
        Stream<Delivery> rows =
                deliveries(25).stream().peek(row -> read.incrementAndGet()).onClose(() -> closed.set(true));
        RESTOCK.rows(rows)
                .batchSize(10)
                .distinctKeys()
                .onProgress(progress -> readThen.add(read.get()))
                .execute(ctx);
        assertThat(readThen.subList(0, 2)).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(21));
        assertThat(closed).isTrue();
        assertThat(Books.stock(ctx)).containsEntry("isbn-25", 50);
    }

    @Test
    void keysOfAStreamAreNotToBeTheSameUnseen(DSLContext ctx) {
        Stream<Delivery> twice = Stream.concat(deliveries(25).stream(), Stream.of(new Delivery("isbn-1", 100)));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        RESTOCK.rows(deliveries(25).iterator()).batchSize(10).execute(ctx))
                .withMessageContaining("promise distinctKeys()");
        assertThatThrownBy(() -> RESTOCK.rows(Stream.of(new Delivery("a", 1), new Delivery("a", 2)))
                        .batchSize(10)
                        .distinctKeys()
                        .execute(ctx))
                .isInstanceOf(InvalidRowException.class);
        assertThat(ProgressText.of(RESTOCK.duplicates(Duplicates.FOLD)
                        .rows(twice)
                        .batchSize(10)
                        .execute(ctx)))
                .isEqualTo("26 26 3");
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 102);
        assertThat(ProgressText.of(
                        LOG.rows(deliveries(25).iterator()).batchSize(10).execute(ctx)))
                .as("an insert has no keys")
                .isEqualTo("25 25 3");
    }

    @Test
    void aStreamThatFailsTellsWhatIsCommitted(DSLContext ctx) {
        Iterator<Delivery> rows = deliveries(25).stream()
                .map(delivery -> {
                    if (delivery.copies() == 15) {
                        throw new IllegalArgumentException("unreadable");
                    }
                    return delivery;
                })
                .iterator();
        assertThatThrownBy(() -> LOG.rows(rows).batchSize(10).commitEachBatch().execute(ctx))
                .isInstanceOf(BatchFailedException.class)
                .hasMessageEndingWith("batch 2 failed after 1 batch (10 rows), committed: unreadable");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(10);
    }
}
