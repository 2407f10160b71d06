// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import io.bulkdsl.contract.SetFunction;
import java.util.function.BiFunction;
import org.jooq.DataType;
import org.jooq.Field;

/** A set function made of a lambda, with incoming values of a type of their own. */
public record Expression<T, V>(DataType<V> type, BiFunction<Field<T>, Field<V>, Field<T>> lambda)
        implements SetFunction<T, V> {

    @Override
    public Field<T> apply(Field<T> current, Field<V> incoming) {
        return lambda.apply(current, incoming);
    }

    @Override
    public DataType<V> incomingType(DataType<T> column) {
        return type;
    }
}
