// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import io.bulkdsl.contract.Eq;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code set column = incoming} and {@code where column = incoming}. */
public final class Equal<T> implements Eq<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return incoming;
    }

    @Override
    public Condition match(Field<T> column, Field<T> incoming) {
        return column.eq(incoming);
    }

    @Override
    public DataType<T> incomingType(DataType<T> column) {
        return column;
    }

    @Override
    public Optional<BinaryOperator<T>> fold(DataType<T> column) {
        return Optional.of((earlier, later) -> later);
    }
}
