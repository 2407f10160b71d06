// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.coalesce;

import io.bulkdsl.contract.UpsertFunction;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = coalesce(column - incoming, -incoming, column)}: a null on either side counts as nothing. */
public final class Decrement<T extends Number> implements SameType<T>, UpsertFunction<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return coalesce(current.minus(incoming), incoming.neg(), current);
    }

    /** A new row begins at 0 and is decremented like any other. */
    @Override
    public Field<T> inserted(Field<T> incoming) {
        return incoming.neg();
    }

    @Override
    public Field<T> merged(Field<T> current, Field<T> excluded) {
        return coalesce(current.plus(excluded), excluded, current);
    }

    @Override
    public Optional<BinaryOperator<T>> fold(DataType<T> column) {
        return Sum.works(column) ? Optional.of(NullsIgnored.in(Sum.of(column))) : Optional.empty();
    }
}
