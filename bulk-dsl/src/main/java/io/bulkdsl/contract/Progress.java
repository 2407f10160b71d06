// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.time.Duration;

/**
 * How far a statement in batches has come.
 *
 * @param rows how many rows of the input have been dealt with, those included that {@link Duplicates} leaves out
 * @param written how many rows of the table were written: inserted, updated or deleted
 * @param batches how many batches have been written
 * @param elapsed since the first row was asked for
 */
public record Progress(long rows, long written, long batches, Duration elapsed) {

    private static final double NANOS = 1e9;

    /** Rows of the input in a second, from the beginning. */
    public double rowsPerSecond() {
        return elapsed.isZero() ? 0 : rows * NANOS / elapsed.toNanos();
    }
}
