// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;

/** Rows in portions, for what doesn't take all at once. */
final class Portions {

    /** Batches of JDBC: larger ones take no less time, the driver itself asks for answers every few hundred rows. */
    static final int OF_A_BATCH = 1_000;

    private static final int MOST_BIND_VALUES = 65_535;

    private Portions() {}

    static <E> List<List<E>> of(int size, List<E> rows) {
        List<List<E>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            portions.add(rows.subList(from, Math.min(from + size, rows.size())));
        }
        return portions;
    }

    /** So many rows that a statement can still carry their bind values. */
    static int atMost(int size, int bindValuesOfARow) {
        return Math.min(size, MOST_BIND_VALUES / bindValuesOfARow);
    }
}
