// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import io.bulkdsl.contract.KeyOperator;
import java.util.Collection;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = any(incoming)} and {@code column <> all(incoming)}: a collection, sent as one array. */
public record Membership<T>(BiFunction<Field<T>, Field<T[]>, Condition> condition)
        implements KeyOperator<T, Collection<T>> {

    @Override
    public Condition match(Field<T> column, Field<Collection<T>> incoming) {
        return condition.apply(column, incoming.coerce(ArrayType.of(column.getDataType())));
    }

    @Override
    public DataType<Collection<T>> incomingType(DataType<T> column) {
        return ArrayType.ofCollection(column);
    }

    /** SQL's answer to {@code in} and {@code not in} with a null element is "unknown", never what was meant. */
    @Override
    public void check(Collection<T> incoming) {
        for (T element : incoming) {
            if (element == null) {
                throw new IllegalArgumentException("the collection contains null, which equals nothing; leave it out");
            }
        }
    }
}
