// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.UpsertModel;

/**
 * Which statements can lock rows in the order of their keys, so that no two of them wait for each other. Updates and deletes do so
 * before they write; an insert with ON CONFLICT goes row by row through what is sorted, whether rows are there or not.
 */
final class KeyOrdered {

    static void check(StatementModel<?> model) {
        String why = "";
        if (model instanceof InsertModel) {
            why = "an insert has no key";
        } else if (!model.matchesByEquality()) {
            why = "with operators other than eq() and notDistinct() rows with different keys may match the same row";
        } else if (model instanceof UpsertModel<?, ?> upsert && !upsert.isCarriedByExcluded()) {
            why =
                    "this upsert updates first and inserts then, since it works without a unique key, checks a version, or has values that ON CONFLICT can't carry; there is retry(…)";
        } else if (!(model instanceof UpsertModel)
                && !model.isKeyUnique()
                && model.table().getPrimaryKey() == null) {
            why =
                    "the key isn't unique, and the table has no primary key by which rows with the same one could be ordered";
        }
        if (!why.isEmpty()) {
            throw new IllegalStateException(model.description() + ": can't lock in key order, since " + why);
        }
    }

    private KeyOrdered() {}
}
