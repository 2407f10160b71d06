// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.watch;

/**
 * How many rows.
 *
 * @param rows of the input
 * @param written of the table
 * @param rejected of the input
 */
public record Counts(long rows, long written, long rejected) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts and(Counts other) {
        return new Counts(rows + other.rows, written + other.written, rejected + other.rejected);
    }
}
