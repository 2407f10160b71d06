// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.coalesce;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = coalesce(column + incoming, incoming, column)}: a null on either side counts as nothing. */
public final class Increment<T extends Number> implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return coalesce(current.plus(incoming), incoming, current);
    }

    @Override
    public Optional<BinaryOperator<T>> fold(DataType<T> column) {
        return Sum.works(column) ? Optional.of(NullsIgnored.in(Sum.of(column))) : Optional.empty();
    }
}
