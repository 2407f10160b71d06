// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.least;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = least(column, incoming)}, which PostgreSQL computes without the nulls. */
public final class Least<T extends Comparable<? super T>> implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return least(current, incoming);
    }

    @Override
    public Optional<BinaryOperator<T>> fold(DataType<T> column) {
        return ServerOrder.isJavas(column)
                ? Optional.of(NullsIgnored.in((a, b) -> a.compareTo(b) <= 0 ? a : b))
                : Optional.empty();
    }
}
