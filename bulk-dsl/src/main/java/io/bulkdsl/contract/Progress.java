// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a statement in batches has come.
 *
 * @param rows how many rows of the input have been dealt with, those included that {@link Duplicates} leaves out, that were
 *     rejected, and that an earlier run of the same job has dealt with
 * @param resumed how many of those an earlier run has dealt with
 * @param matched how many rows of the table are as the input wants them: written, or so already. Empty where rows may be left
 *     unwritten ({@code onlyChanged()}) and nobody counts them: see {@code countMatched()}
 * @param written how many rows of the table were written: inserted, updated or deleted
 * @param rejected how many rows of the input were left out, being refused
 * @param batches how many batches have been written
 * @param elapsed how long it has taken since the first row was asked for
 * @since 0.1
 */
public record Progress(
        long rows, long resumed, OptionalLong matched, long written, long rejected, long batches, Duration elapsed) {

    private static final double NANOS = 1e9;

    /** How many rows of the input a second, from the beginning of this run; 0 where no time has passed. */
    public double rowsPerSecond() {
        return elapsed.isZero() ? 0 : (rows - resumed) * NANOS / elapsed.toNanos();
    }
}
