// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Documents.EDIT;
import static io.bulkdsl.Documents.SAVE;
import static io.bulkdsl.Documents.documentsIn;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.Documents.Edit;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writers at the same time: none overwrites what another has written. */
@PostgresTest(migrations = "classpath:db/migration")
class OptimisticLockingConcurrencyTest {

    @BeforeEach
    void documents(DSLContext ctx) {
        Documents.write(ctx);
    }

    /** Each of 8 threads reads all counters, adds 1, and writes; what was stale is read and written again. */
    @Test
    @Timeout(120)
    void noWriterOverwritesAnother(DSLContext ctx) throws Exception {
        int threads = 8;
        int rounds = 10;
        ctx.update(DOCUMENT).set(DOCUMENT.TITLE, "0").set(DOCUMENT.VERSION, 1).execute();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> work = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(
                            thread -> () -> addOneEach(ctx, thread % 2 == 0, rounds, new Random(thread)))
                    .toList();
            for (Future<Integer> done : pool.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(3 * rounds);
            }
        } finally {
            pool.shutdownNow();
        }
        String total = String.valueOf(threads * rounds);
        assertThat(documentsIn(ctx))
                .allMatch(document -> document.matches("\\d " + total + " " + (threads * rounds + 1)))
                .hasSize(3);
    }

    private static int addOneEach(DSLContext ctx, boolean byUpdate, int rounds, Random random) {
        int written = 0;
        for (int i = 0; i < rounds; i++) {
            List<Integer> left = new ArrayList<>(List.of(1, 2, 3));
            while (!left.isEmpty()) {
                List<Edit> edits = new ArrayList<>(ctx.selectFrom(DOCUMENT)
                        .where(DOCUMENT.ID.in(left))
                        .fetch(read -> new Edit(
                                read.getId(),
                                String.valueOf(Integer.parseInt(read.getTitle()) + 1),
                                read.getVersion())));
                Collections.shuffle(edits, random);
                var outcomes = byUpdate
                        ? EDIT.rows(edits).fetchOutcomes(ctx)
                        : SAVE.rows(edits).fetchOutcomes(ctx);
                for (var outcome : outcomes) {
                    if (outcome.status() == UPDATED) {
                        left.remove((Integer) outcome.element().id());
                        written++;
                    } else {
                        assertThat(outcome.status()).isEqualTo(STALE);
                    }
                }
            }
        }
        return written;
    }

    /** Both read the same version; whoever comes second waits for the first and is told. */
    @Test
    @Timeout(60)
    void ofTwoWritersOneWins(DSLContext ctx) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 10; round++) {
                int version = round;
                List<Callable<Integer>> writers = List.of(
                        () -> EDIT.rows(new Edit(1, "update", version))
                                .fetchOutcomes(ctx)
                                .totals()
                                .updated(),
                        () -> SAVE.rows(new Edit(1, "upsert", version))
                                .fetchOutcomes(ctx)
                                .totals()
                                .updated());
                int winners = 0;
                for (Future<Integer> writer : pool.invokeAll(writers)) {
                    winners += writer.get();
                }
                assertThat(winners).isEqualTo(1);
                assertThat(ctx.fetchValue(DOCUMENT.VERSION, DOCUMENT.ID.eq(1))).isEqualTo(round + 1);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
