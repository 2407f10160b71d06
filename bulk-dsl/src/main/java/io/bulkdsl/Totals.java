// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Status;
import java.util.Map;

/**
 * How many of what. Inserted, updated, unchanged, deleted and out of scope count rows of the table, the others input rows.
 *
 * @param inserted rows created
 * @param updated rows that existed and were written
 * @param unchanged rows that existed and were left as they are
 * @param deleted rows deleted, by a sync with soft deletion marked so
 * @param notFound input rows that no row of the table belongs to
 * @param stale input rows whose row has been changed since its version was read
 * @param conflicts input rows that a unique constraint or a trigger kept out
 * @param outOfScope rows that exist outside the scope of a sync
 * @param duplicates input rows dropped because another has the same key
 * @since 0.1
 */
public record Totals(
        int inserted,
        int updated,
        int unchanged,
        int deleted,
        int notFound,
        int stale,
        int conflicts,
        int outOfScope,
        int duplicates) {

    /** How many rows of the table were written: what {@code execute} returns. */
    public int written() {
        return inserted + updated + deleted;
    }

    /** None of anything, to begin adding with. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together, for rows given in several calls. */
    public Totals plus(Totals other) {
        return new Totals(
                inserted + other.inserted,
                updated + other.updated,
                unchanged + other.unchanged,
                deleted + other.deleted,
                notFound + other.notFound,
                stale + other.stale,
                conflicts + other.conflicts,
                outOfScope + other.outOfScope,
                duplicates + other.duplicates);
    }

    static Totals of(Map<Status, Integer> counts) {
        return new Totals(
                count(counts, Status.INSERTED),
                count(counts, Status.UPDATED),
                count(counts, Status.UNCHANGED),
                count(counts, Status.DELETED),
                count(counts, Status.NOT_FOUND),
                count(counts, Status.STALE),
                count(counts, Status.CONFLICT),
                count(counts, Status.OUT_OF_SCOPE),
                count(counts, Status.DUPLICATE));
    }

    private static int count(Map<Status, Integer> counts, Status status) {
        return counts.getOrDefault(status, 0);
    }
}
