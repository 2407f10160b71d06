// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.internal.model.SyncModel;

/** Keeps a sync from removing more than it may. */
final class Guard {

    private static final int HUNDRED = 100;

    /**
     * Refuses what is too much.
     *
     * @param present how many rows there were, where that is asked for
     * @param isEmpty whether no rows were given, which may be a feed that failed
     */
    static void check(SyncModel<?, ?> model, int removed, int present, boolean isEmpty) {
        Integer maxRows = model.maxRows();
        Double maxPercent = model.maxPercent();
        if (maxRows != null && removed > maxRows) {
            throw refusal(model, removed, present, "and at most " + maxRows + " may be; see refuseToRemoveMoreThan");
        } else if (maxPercent != null && (double) removed * HUNDRED > maxPercent * present) {
            throw refusal(
                    model,
                    removed,
                    present,
                    "of " + present + " in the scope, and at most " + maxPercent
                            + " percent may be; see refuseToRemoveMoreThanPercent");
        } else if (isEmpty && !model.isGuarded() && removed > 0) {
            throw refusal(
                    model,
                    removed,
                    present,
                    "since no rows were given at all; if that is meant, say so with refuseToRemoveMoreThanPercent(100)");
        }
    }

    private static SyncRefusedException refusal(SyncModel<?, ?> model, int removed, int present, String why) {
        return new SyncRefusedException(
                model.upsert().description() + ": " + removed + " rows would be removed, " + why
                        + ". Nothing was written",
                removed,
                present);
    }

    private Guard() {}
}
