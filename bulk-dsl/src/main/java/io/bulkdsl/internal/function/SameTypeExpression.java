// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import java.util.function.BinaryOperator;
import org.jooq.Field;

/** A set function made of a lambda. */
public record SameTypeExpression<T>(BinaryOperator<Field<T>> lambda) implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return lambda.apply(current, incoming);
    }
}
