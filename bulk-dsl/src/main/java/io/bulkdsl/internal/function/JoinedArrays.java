// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import java.util.Arrays;

/** Two incoming arrays one after the other. */
final class JoinedArrays {

    static <X> X[] of(X[] first, X[] second) {
        X[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private JoinedArrays() {}
}
