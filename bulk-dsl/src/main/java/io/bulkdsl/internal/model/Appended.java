// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.util.List;
import java.util.stream.Stream;

/** A list with one more element; the original stays as it is. */
final class Appended {

    static <X> List<X> to(List<X> list, X last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    private Appended() {}
}
