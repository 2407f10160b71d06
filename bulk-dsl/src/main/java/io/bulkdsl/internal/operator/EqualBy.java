// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.EqualityOperator;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code expression(column) = expression(incoming)}, as a unique index on an expression compares. */
public record EqualBy<T>(UnaryOperator<Field<T>> expression) implements EqualityOperator<T> {

    public EqualBy {
        requireNonNull(expression, "expression");
    }

    @Override
    public Field<T> compared(Field<T> columnOrValue) {
        return requireNonNull(expression.apply(columnOrValue), "what the expression of eqBy gives");
    }

    @Override
    public Condition match(Field<T> column, Field<T> incoming) {
        return compared(column).eq(compared(incoming));
    }

    @Override
    public DataType<T> incomingType(DataType<T> column) {
        return column;
    }
}
