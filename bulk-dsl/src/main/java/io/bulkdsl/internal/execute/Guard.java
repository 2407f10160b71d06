// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.SyncRefusedException;
import io.bulkdsl.internal.model.SyncModel;
import java.math.BigDecimal;
import java.util.function.IntSupplier;

/** Keeps a sync from removing more than it may. */
final class Guard {

    private static final int HUNDRED = 100;

    /**
     * Refuses what is too much.
     *
     * @param count asks how many rows there were, where that matters
     * @param isEmpty whether no rows were given, which may be a feed that failed
     */
    static void check(SyncModel<?, ?> model, int removed, IntSupplier count, boolean isEmpty) {
        Integer maxRows = model.maxRows();
        Double maxPercent = model.maxPercent();
        if (removed == 0) {
            return;
        }
        if (maxRows != null && removed > maxRows) {
            throw refusal(
                    model, removed, count.getAsInt(), "and at most " + maxRows + " may be; see refuseToRemoveMoreThan");
        } else if (maxPercent != null) {
            check(model, removed, count.getAsInt(), maxPercent);
        } else if (isEmpty && maxRows == null) {
            throw refusal(
                    model,
                    removed,
                    count.getAsInt(),
                    "since no rows were given at all; if that is meant, say so with refuseToRemoveMoreThanPercent(100)");
        }
    }

    private static void check(SyncModel<?, ?> model, int removed, int present, double maxPercent) {
        if ((double) removed * HUNDRED > maxPercent * present) {
            throw refusal(
                    model,
                    removed,
                    present,
                    "of " + present + " in the scope, and at most " + plain(maxPercent)
                            + " percent may be; see refuseToRemoveMoreThanPercent");
        }
    }

    private static SyncRefusedException refusal(SyncModel<?, ?> model, int removed, int present, String why) {
        return new SyncRefusedException(
                model.upsert().description() + ": "
                        + (removed == 1 ? "1 row would be removed, " : removed + " rows would be removed, ") + why
                        + ". Nothing was written",
                removed,
                present);
    }

    /** 10 for 10.0. */
    private static String plain(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }

    private Guard() {}
}
