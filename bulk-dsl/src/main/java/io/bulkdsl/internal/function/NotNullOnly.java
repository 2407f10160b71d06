// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.coalesce;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = coalesce(incoming, column)}. */
public final class NotNullOnly<T> implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return coalesce(incoming, current);
    }

    @Override
    public Optional<BinaryOperator<T>> fold(DataType<T> column) {
        return Optional.of(NullsIgnored.in((earlier, later) -> later));
    }
}
