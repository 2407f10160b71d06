package io.bulkdsl.internal.operator;

import java.util.Collection;

/** SQL's answer to {@code in} and {@code not in} with a null element is "unknown", never what was meant. */
final class NoNulls {

    static void check(Collection<?> incoming) {
        for (Object element : incoming) {
            if (element == null) {
                throw new IllegalArgumentException("the collection contains null, which equals nothing; leave it out");
            }
        }
    }

    private NoNulls() {}
}
