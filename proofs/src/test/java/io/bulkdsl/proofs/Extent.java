// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

/** How long chance is given: a little in each build, as long as it takes with {@code -Pfull}. */
final class Extent {

    static int of(int small, int full) {
        return Boolean.getBoolean("bulkdsl.proofs.full") ? full : small;
    }

    private Extent() {}
}
