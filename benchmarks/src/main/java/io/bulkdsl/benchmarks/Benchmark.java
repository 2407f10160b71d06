// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import io.bulkdsl.benchmarks.peer.Candidate;
import io.bulkdsl.benchmarks.peer.Connections;
import io.bulkdsl.progressbar.BulkProgressBar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything planned, operation by operation: printed, written as CSV, drawn. */
final class Benchmark {

    private final Server server;
    private final Plan plan;
    private final List<Candidate> candidates;
    private final Path folder;
    private final PrintWriter screen;
    private boolean allRight = true;

    Benchmark(Server server, Plan plan, List<Candidate> candidates, Path folder, PrintWriter screen) {
        this.server = server;
        this.plan = plan;
        this.candidates = candidates;
        this.folder = folder;
        this.screen = screen;
    }

    /** Answers whether no candidate failed. */
    boolean run() throws IOException, SQLException {
        screen.println(String.join(" ", Figures.NAMES));
        for (Operation operation : plan.operations()) {
            List<Figures> figures = new ArrayList<>();
            for (double delay : plan.delays()) {
                for (Task<?, ?> task : plan.tasks(operation)) {
                    List<Figures> more = run(task, delay);
                    more.forEach(each -> screen.println(String.join(" ", each.texts())));
                    allRight &= more.stream().noneMatch(Figures::isFailed);
                    figures.addAll(more);
                    ResultFile.write(ResultFile.of(folder, operation.label()), figures);
                }
            }
        }
        return allRight;
    }

    private List<Figures> run(Task<?, ?> task, double delayMillis) throws IOException, SQLException {
        if (delayMillis == 0) {
            return run(task, server, delayMillis);
        }
        Duration roundTrip = Duration.ofNanos((long) (delayMillis * 1e6));
        try (DelayingProxy proxy = new DelayingProxy(server.host(), server.port(), roundTrip)) {
            Connections delayed = properties -> server.open("localhost", proxy.port(), properties);
            return run(task, delayed, delayMillis);
        }
    }

    private List<Figures> run(Task<?, ?> task, Connections connections, double delayMillis) throws SQLException {
        long runs = (long) candidates.size() * plan.rounds().all();
        try (BulkProgressBar progress =
                BulkProgressBar.of(task.toString(), "runs", runs, BulkProgressBar.isWatched())) {
            return new PairedRun<>(task, server, plan.rounds())
                    .of(candidates, connections, delayMillis, () -> progress.step(1));
        }
    }
}
