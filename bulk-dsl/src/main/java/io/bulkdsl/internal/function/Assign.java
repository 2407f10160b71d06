// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = incoming}. */
public final class Assign<T> implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return incoming;
    }

    @Override
    public Optional<BinaryOperator<T>> fold(DataType<T> column) {
        return Optional.of((earlier, later) -> later);
    }
}
