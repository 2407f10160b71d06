// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * What is executed: a statement with its rows, or a part of that.
 *
 * @param statement its kind, as the method is called that makes it: {@code bulkUpdate}, {@code bulkUpsert}, {@code
 *     bulkInsert}, {@code getOrCreate}, {@code bulkDelete}, {@code bulkSync}
 * @param table the table's name, as the database has it
 * @param extent whether it is all of a call, a batch or a portion
 * @param number of a batch (those of earlier runs of a job counted) or a portion, from 1; of the whole 0
 * @since 0.1
 */
@Experimental
public record BulkCall(String statement, String table, Extent extent, long number) {

    /**
     * How much of a call it is.
     *
     * @since 0.1
     */
    @Experimental
    public enum Extent {
        /** All of it. */
        WHOLE,
        /** A batch, see {@code batchSize}. */
        BATCH,
        /** A portion, see {@code parallel}. */
        PORTION
    }

    /** A part of it. */
    public BulkCall part(Extent part, long which) {
        return new BulkCall(statement, table, part, which);
    }
}
