// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Task;
import io.bulkdsl.benchmarks.peer.Attempt;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A candidate in a run, and what was measured of it. */
final class Contestant<E> implements AutoCloseable {

    private final String name;
    private final Attempt<E> attempt;
    private final List<Sample> samples = new ArrayList<>();
    private @Nullable String failure;
    private boolean once;

    Contestant(String name, Attempt<E> attempt) {
        this.name = name;
        this.attempt = attempt;
    }

    String name() {
        return name;
    }

    Attempt<E> attempt() {
        return attempt;
    }

    void add(List<Sample> more) {
        samples.addAll(more);
    }

    /** Of a candidate that is wrong once, nothing counts. */
    void fail(String message) {
        failure = message.lines().findFirst().orElse("no message");
        samples.clear();
    }

    /** It is slow: one measured run is enough. */
    void measureOnce() {
        once = true;
    }

    boolean isDone() {
        return failure != null || (once && !samples.isEmpty());
    }

    Figures figures(Task<?, ?> task, double delayMillis) {
        if (failure != null) {
            return Figures.failed(task, name, delayMillis, failure);
        }
        double megabyte = 1e6;
        return Figures.of(
                task,
                name,
                delayMillis,
                median(Sample::nanos) / 1e6,
                median(Sample::allocatedBytes) / megabyte,
                median(Sample::walBytes) / megabyte,
                samples.size(),
                once ? "slow: one run" : "");
    }

    private double median(ToLongFunction<Sample> measure) {
        long[] sorted = samples.stream().mapToLong(measure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    @Override
    public void close() throws SQLException {
        attempt.close();
    }
}
