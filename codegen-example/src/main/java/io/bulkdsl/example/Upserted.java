// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.Totals;
import java.util.Locale;

/** How many rows of a table were created, changed, and left as they were. */
record Upserted(int inserted, int updated, int unchanged) {

    static Upserted of(Totals totals) {
        return new Upserted(totals.inserted(), totals.updated(), totals.unchanged());
    }

    Upserted and(Upserted more) {
        return new Upserted(inserted + more.inserted, updated + more.updated, unchanged + more.unchanged);
    }

    int written() {
        return inserted + updated;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d inserted, %,d updated, %,d unchanged", inserted, updated, unchanged);
    }
}
