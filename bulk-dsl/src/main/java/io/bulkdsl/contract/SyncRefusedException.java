// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * A sync would remove more rows than its guard allows. Nothing is written; a transaction it ran in goes on as it was before.
 *
 * @since 0.1
 */
public final class SyncRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int toRemove;
    private final int inScope;

    /** For the library: what would have been removed, of how many rows in the scope, and why that is too much. */
    public SyncRefusedException(String message, int toRemove, int inScope) {
        super(message);
        this.toRemove = toRemove;
        this.inScope = inScope;
    }

    /** How many rows the sync would have removed. */
    public int toRemove() {
        return toRemove;
    }

    /** How many rows of the table there are in the scope. */
    public int inScope() {
        return inScope;
    }
}
