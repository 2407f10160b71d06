// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.util.List;
import java.util.stream.IntStream;

/** A long list in shorter ones: a statement carries at most 65,535 values. */
final class Portions {

    private Portions() {}

    static <T> List<List<T>> of(int size, List<T> all) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }
}
