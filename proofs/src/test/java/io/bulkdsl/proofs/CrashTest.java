// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.proofs.CountingStatement.UPDATE;
import static io.bulkdsl.proofs.db.Tables.COUNTER;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.BatchedStatement;
import io.bulkdsl.JobTable;
import io.bulkdsl.contract.RowSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed at random moments, again and again, and what it wrote before adds up. */
class CrashTest {

    private static final int KILLS = Extent.of(2, 100);

    private static final int MOST_MILLIS = 100;

    private static final int BATCH = 250;
    private static final int BATCH_OF_JOB = 50;
    private static final List<Counted> ROWS = Counted.rows(4 * BATCH);

    private static CrashableServer server;

    private final Random random = new Random();

    /** Something that goes on until the server is killed. */
    private interface Job {

        /** @param written to be called when rows are known to be written */
        void run(DSLContext ctx, Runnable written);
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        server = new CrashableServer(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void createCounters() {
        try (CloseableDSLContext ctx = server.connect()) {
            ctx.truncate(COUNTER).execute();
            Counted.create(ctx, ROWS.size());
        }
    }

    @Test
    void batchesTakeEffectAllOrNone() throws Exception {
        killAgainAndAgain(ROWS.size(), (ctx, written) -> {
            UPDATE.rows(ROWS).batchSize(BATCH).execute(ctx);
            written.run();
        });
    }

    @Test
    void copiedRowsTakeEffectAllOrNone() throws Exception {
        killAgainAndAgain(ROWS.size(), (ctx, written) -> {
            UPDATE.rows(ROWS).via(RowSource.COPY).execute(ctx);
            written.run();
        });
    }

    @Test
    void eachCommittedBatchTakesEffectOnce() throws Exception {
        killAgainAndAgain(BATCH, (ctx, written) -> UPDATE.rows(ROWS)
                .batchSize(BATCH)
                .commitEachBatch()
                .onProgress(progress -> written.run())
                .execute(ctx));
    }

    /** Job after job, each started again until it has ended, and once more. */
    @Test
    void eachRowOfAJobTakesEffectOnce() throws Exception {
        try (CloseableDSLContext ctx = server.connect()) {
            JobTable.DEFAULT.create(ctx);
        }
        int kills = 0;
        for (long job = 1; kills < KILLS; job++) {
            BatchedStatement<Counted> batches =
                    UPDATE.rows(ROWS).batchSize(BATCH_OF_JOB).commitEachBatch().jobId("job " + job);
            while (kills < KILLS && !endsUnlessKilled(batches::execute)) {
                kills++;
            }
            try (CloseableDSLContext ctx = server.connect()) {
                assertThat(batches.execute(ctx).written()).isEqualTo(ROWS.size());
            }
            assertThat(hits(BATCH_OF_JOB))
                    .as("hits after job %d and kill %d", job, kills)
                    .containsOnly(job);
        }
    }

    /**
     * What is known to be written is there; of what was under way, all or nothing.
     *
     * @param together how many rows take effect together
     */
    private void killAgainAndAgain(int together, Job job) throws Exception {
        List<Long> hits = hits(together);
        for (int kill = 1; kill <= KILLS; kill++) {
            int known = knownWhenKilled(job);
            for (int i = 0; i < known; i++) {
                hit(hits, i);
            }
            List<Long> withUncertain = new ArrayList<>(hits);
            hit(withUncertain, known);
            List<Long> found = hits(together);
            assertThat(found)
                    .as(
                            "hits of every %d rows after kill %d, when %d times rows were known to be written",
                            together, kill, known)
                    .isIn(hits, withUncertain);
            hits = found;
        }
    }

    private static void hit(List<Long> hits, int index) {
        hits.set(index % hits.size(), hits.get(index % hits.size()) + 1);
    }

    /** How often rows were known to be written when the server was killed; it has been started again. */
    private int knownWhenKilled(Job job) throws Exception {
        AtomicInteger known = new AtomicInteger();
        boolean ended = endsUnlessKilled(ctx -> {
            while (true) {
                job.run(ctx, known::incrementAndGet);
            }
        });
        assertThat(ended).as("what goes on for ever has ended").isFalse();
        return known.get();
    }

    /** Whether something has ended; if it took too long, the server was killed and has been started again. */
    private boolean endsUnlessKilled(Consumer<DSLContext> work) throws Exception {
        try (CloseableDSLContext ctx = server.connect()) {
            CompletableFuture<?> running = CompletableFuture.runAsync(() -> work.accept(ctx));
            Thread.sleep(random.nextInt(MOST_MILLIS));
            if (running.isDone()) {
                running.get();
                return true;
            }
            server.kill();
            Throwable error = running.handle((nothing, e) -> e).get(10, SECONDS);
            if (error != null) { // else it ended at the very moment
                assertThat(error).hasCauseInstanceOf(DataAccessException.class);
            }
        }
        server.restart();
        return false;
    }

    /** Of each so many rows how many hits they have, which must be the same for all of them. */
    private static List<Long> hits(int together) {
        try (CloseableDSLContext ctx = server.connect()) {
            List<Long> hits =
                    ctx.select(COUNTER.HITS).from(COUNTER).orderBy(COUNTER.ID).fetch(COUNTER.HITS);
            List<Long> result = new ArrayList<>();
            for (int i = 0; i < hits.size(); i += together) {
                List<Long> same = hits.subList(i, i + together);
                assertThat(same).as("hits of rows that take effect together").containsOnly(same.get(0));
                result.add(same.get(0));
            }
            return result;
        }
    }
}
