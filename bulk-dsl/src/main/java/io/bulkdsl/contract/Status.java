// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * What became of an input row.
 *
 * @since 0.1
 */
public enum Status {
    /** A row was created. */
    INSERTED,
    /** A row, or several, existed and were written; without {@code onlyChanged()} also where nothing differed. */
    UPDATED,
    /** A row existed and was left as it is, since there was nothing to change or it was not to be changed. */
    UNCHANGED,
    /** A row, or several, were deleted. */
    DELETED,
    /** No row of the table belongs to it, so nothing happened. */
    NOT_FOUND,
    /** The row has been changed since its version was read, so it was left as it is. */
    STALE,
    /** Not inserted: a unique constraint, or a trigger, didn't let it in. */
    CONFLICT,
    /** A row exists outside the scope of the sync, so it was left as it is. */
    OUT_OF_SCOPE,
    /** Dropped, because another input row has the same key: {@code duplicates(FIRST)} or {@code (LAST)}. */
    DUPLICATE;

    /** Whether the table was written: of INSERTED, UPDATED and DELETED. */
    public boolean isWritten() {
        return this == INSERTED || this == UPDATED || this == DELETED;
    }
}
