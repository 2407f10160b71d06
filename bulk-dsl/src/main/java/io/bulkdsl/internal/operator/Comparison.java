// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import io.bulkdsl.contract.KeyOperator;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column < incoming} and its relatives. */
public record Comparison<T>(BiFunction<Field<T>, Field<T>, Condition> condition) implements KeyOperator<T, T> {

    @Override
    public Condition match(Field<T> column, Field<T> incoming) {
        return condition.apply(column, incoming);
    }

    @Override
    public DataType<T> incomingType(DataType<T> column) {
        return column;
    }
}
