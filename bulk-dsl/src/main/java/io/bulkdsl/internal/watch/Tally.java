// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.watch;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkListener.Watch;
import io.bulkdsl.contract.BulkResult;
import io.bulkdsl.contract.RowSource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a call, or of a part of it, while it is under way.
 *
 * @param read how many rows of the input have been read
 * @param parts what came of the parts that are done
 * @param sql the first that writes
 */
record Tally(
        BulkCall call,
        Watch watch,
        long start,
        Set<RowSource> sources,
        AtomicLong read,
        AtomicReference<Counts> parts,
        AtomicLong retries,
        AtomicReference<String> sql) {

    static Tally of(BulkCall call, Watch watch) {
        return new Tally(
                call,
                watch,
                System.nanoTime(),
                ConcurrentHashMap.newKeySet(),
                new AtomicLong(),
                new AtomicReference<>(Counts.NONE),
                new AtomicLong(),
                new AtomicReference<>(""));
    }

    /** One that nobody is told of. */
    static Tally unheard(Tally tally) {
        return of(tally.call, result -> {});
    }

    void sent(String text) {
        if (requireNonNull(sql.get()).isEmpty() && ShortSql.writes(text)) {
            sql.compareAndSet("", ShortSql.of(text));
        }
    }

    void copied(String text) {
        sql.compareAndSet("", ShortSql.of(text));
    }

    void add(Tally part, Counts counts) {
        sources.addAll(part.sources);
        retries.addAndGet(part.retries.get());
        sql.compareAndSet("", requireNonNull(part.sql.get()));
        parts.accumulateAndGet(counts, Counts::and);
    }

    BulkResult result(Counts counts, @Nullable Throwable error) {
        Set<RowSource> travelled = EnumSet.noneOf(RowSource.class);
        travelled.addAll(sources);
        return new BulkResult(
                travelled,
                counts.rows(),
                counts.written(),
                counts.rejected(),
                retries.get(),
                Duration.ofNanos(System.nanoTime() - start),
                requireNonNull(sql.get()),
                error);
    }

    /** What is known of a call that failed. */
    Counts ofFailed() {
        Counts done = requireNonNull(parts.get());
        return new Counts(Math.max(read.get(), done.rows()), done.written(), done.rejected());
    }
}
