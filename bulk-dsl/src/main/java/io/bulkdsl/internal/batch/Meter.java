// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.Progress;
import io.bulkdsl.internal.batch.Jobs.Done;
import io.bulkdsl.internal.watch.Counts;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far it has come, as it is counted.
 *
 * @param done by all runs of the job
 * @param resumed by those before this one
 * @param matched in this run; negative if nobody counts
 * @param start of this run
 */
record Meter(Done done, Done resumed, long matched, long start, Duration elapsed) {

    private static final long NOT_COUNTED = -1;

    /** @param dropped how many rows there are for which others stand, and which are dealt with thereby */
    static Meter start(Done before, int dropped, boolean countsMatched) {
        Done done = before.rows() > 0 ? before : new Done(dropped, 0, 0, 0);
        return new Meter(done, before, countsMatched ? 0 : NOT_COUNTED, System.nanoTime(), Duration.ZERO);
    }

    Meter and(int rows, Written<?> written, int batches) {
        Done sum = new Done(
                done.rows() + rows,
                done.written() + written.written(),
                done.rejected() + written.rejected().size(),
                done.batches() + batches);
        return new Meter(
                sum,
                resumed,
                matched < 0 ? matched : matched + written.matched(),
                start,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Whether this run hasn't written anything yet. */
    boolean isAtTheBeginning() {
        return done.batches() == resumed.batches();
    }

    /** What the job is known to have done: rows for which others stand are told of with the first batch. */
    Done saved() {
        return isAtTheBeginning() ? resumed : done;
    }

    /** What was done between an earlier state and this. */
    Counts since(Meter earlier) {
        return since(earlier.done);
    }

    Counts ofThisRun() {
        return since(resumed);
    }

    private Counts since(Done earlier) {
        return new Counts(
                done.rows() - earlier.rows(), done.written() - earlier.written(), done.rejected() - earlier.rejected());
    }

    Progress progress() {
        return new Progress(
                done.rows(),
                resumed.rows(),
                matched < 0 ? OptionalLong.empty() : OptionalLong.of(matched),
                done.written(),
                done.rejected(),
                done.batches(),
                elapsed);
    }
}
