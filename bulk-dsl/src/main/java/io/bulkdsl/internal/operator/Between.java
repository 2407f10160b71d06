// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.inline;

import io.bulkdsl.contract.Bounds;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.internal.model.Unchecked;
import java.util.Arrays;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column between incoming[1] and incoming[2]}: the bounds travel as an array of two. */
public final class Between<T> implements KeyOperator<T, Bounds<T>> {

    @Override
    public Condition match(Field<T> column, Field<Bounds<T>> incoming) {
        Field<T[]> bounds = incoming.coerce(ArrayType.of(column.getDataType()));
        return column.between(arrayGet(bounds, inline(1)), arrayGet(bounds, inline(2)));
    }

    @Override
    public DataType<Bounds<T>> incomingType(DataType<T> column) {
        DataType<T[]> array = ArrayType.of(column);
        Class<T[]> type = array.getType();
        return ArrayType.converted(
                array,
                Converter.ofNullable(
                        type,
                        Unchecked.boundsClass(),
                        a -> new Bounds<>(a[0], a[1]),
                        b -> Arrays.copyOf(new Object[] {b.low(), b.high()}, 2, type)));
    }
}
