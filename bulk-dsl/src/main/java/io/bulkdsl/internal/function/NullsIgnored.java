// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import java.util.function.BinaryOperator;

/** Folding where a null value changes nothing. */
final class NullsIgnored {

    static <V> BinaryOperator<V> in(BinaryOperator<V> fold) {
        return (earlier, later) -> {
            if (earlier == null) {
                return later;
            }
            return later == null ? earlier : fold.apply(earlier, later);
        };
    }

    private NullsIgnored() {}
}
