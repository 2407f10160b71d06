// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Batch;
import io.bulkdsl.benchmarks.data.Task;
import io.bulkdsl.benchmarks.peer.Attempt;
import io.bulkdsl.benchmarks.peer.Candidate;
import io.bulkdsl.benchmarks.peer.Candidates;
import io.bulkdsl.benchmarks.peer.Connections;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A task done by all candidates in turn, round by round, so that whatever else the machine does meets all of them. Before
 * each run the table is filled anew; after it, its contents are compared with what they have to be.
 */
final class PairedRun<R extends UpdatableRecord<R>, E> {

    /** From here on the garbage of one run would be collected in the time of the next. */
    private static final int MANY_ROWS = 10_000;

    private final Task<R, E> task;
    private final Server server;
    private final Rounds rounds;

    PairedRun(Task<R, E> task, Server server, Rounds rounds) {
        this.task = task;
        this.server = server;
        this.rounds = rounds;
    }

    /** @param connections of the candidates, which may be slower than the server's own */
    List<Figures> of(List<Candidate> candidates, Connections connections, double delayMillis, Runnable eachRun)
            throws SQLException {
        List<Contestant<E>> contestants = new ArrayList<>();
        try (Stage stage = new Stage(task, server.open())) {
            open(candidates, connections, contestants);
            List<Batch<E>> batches = task.input();
            Contents contents = stage.contents();
            for (int round = 0; round < rounds.all(); round++) {
                List<Contestant<E>> inTurn = new ArrayList<>(contestants);
                Collections.rotate(inTurn, -round);
                for (Contestant<E> contestant : inTurn) {
                    if (!contestant.isDone()) {
                        run(contestant, batches, stage, contents, round < rounds.warmUps());
                    }
                    eachRun.run();
                }
            }
        } finally {
            for (Contestant<E> contestant : contestants) {
                contestant.close();
            }
        }
        return relative(contestants.stream()
                .map(contestant -> contestant.figures(task, delayMillis))
                .toList());
    }

    private void open(List<Candidate> candidates, Connections connections, List<Contestant<E>> contestants)
            throws SQLException {
        for (Candidate candidate : candidates) {
            Attempt<E> attempt = candidate.open(task, connections);
            if (attempt != null) {
                contestants.add(new Contestant<>(candidate.name(), attempt));
            }
        }
    }

    private void run(
            Contestant<E> contestant, List<Batch<E>> batches, Stage stage, Contents contents, boolean warmingUp)
            throws SQLException {
        stage.reset();
        List<Sample> samples = new ArrayList<>();
        String complaint = null;
        try {
            for (Batch<E> batch : batches) {
                Attempt.Call call = contestant.attempt().call(batch);
                long[] keys = measure(call, stage, samples);
                complaint = complaint == null ? contents.complaintOfKeys(batch, keys) : complaint;
            }
            complaint = complaint == null ? contents.complaint() : complaint;
        } catch (Exception | OutOfMemoryError e) {
            complaint = String.valueOf(e.getMessage());
            contestant.close();
        }
        long nanos = samples.stream().mapToLong(Sample::nanos).sum();
        if (complaint != null) {
            contestant.fail(complaint);
        } else if (!warmingUp) {
            contestant.add(samples);
        }
        if (nanos > rounds.cap().toNanos() && !contestant.name().equals(Candidates.JDBC_BATCH)) {
            contestant.measureOnce();
        }
    }

    private long[] measure(Attempt.Call call, Stage stage, List<Sample> samples) throws Exception {
        if (task.rows() >= MANY_ROWS) {
            System.gc();
        }
        long wal = stage.walPosition();
        long allocated = AllocatedBytes.ofThisThread();
        long start = System.nanoTime();
        long[] keys = call.run();
        long nanos = System.nanoTime() - start;
        long allocatedNow = AllocatedBytes.ofThisThread();
        samples.add(new Sample(nanos, allocatedNow - allocated, stage.walPosition() - wal));
        return keys;
    }

    private static List<Figures> relative(List<Figures> figures) {
        double limit = millis(figures, Candidates.LIMITS::contains);
        double jdbcBatch = millis(figures, Candidates.JDBC_BATCH::equals);
        return figures.stream().map(each -> each.relativeTo(limit, jdbcBatch)).toList();
    }

    private static double millis(List<Figures> figures, Predicate<@Nullable String> named) {
        return figures.stream()
                .filter(each -> named.test(each.candidate()))
                .mapToDouble(Figures::medianMillis)
                .findFirst()
                .orElse(Double.NaN);
    }
}
