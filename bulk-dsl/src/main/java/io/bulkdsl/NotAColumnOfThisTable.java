// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * What a step gives for a column of another table. It has no methods, so that the next step doesn't compile and javac's
 * message names this type: see {@code docs/decisions/0002}.
 *
 * @since 0.1
 */
public final class NotAColumnOfThisTable {

    private NotAColumnOfThisTable() {}

    static NotAColumnOfThisTable refuse(Object column) {
        throw new IllegalArgumentException(column + " is not a column of the statement's table");
    }

    static NotAColumnOfThisTable refuse(Field<?> first, Field<?> second, Field<?>... more) {
        String columns = Stream.concat(Stream.of(first, second), Stream.of(more))
                .map(Field::toString)
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("one of " + columns + " is not a column of the statement's table");
    }
}
