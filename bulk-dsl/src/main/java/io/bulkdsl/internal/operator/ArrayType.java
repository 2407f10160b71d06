// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import io.bulkdsl.internal.model.Unchecked;
import java.util.Arrays;
import java.util.Collection;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.exception.DataTypeException;

/** Several values of a column's type, sent as one array. */
final class ArrayType {

    static <T> DataType<T[]> of(DataType<T> column) {
        try {
            return column.array();
        } catch (DataTypeException e) {
            throw new IllegalArgumentException(
                    "jOOQ can't make arrays of its type, which has a binding of its own; use eq(), one row for each value",
                    e);
        }
    }

    static <T> DataType<Collection<T>> ofCollection(DataType<T> column) {
        DataType<T[]> array = of(column);
        Class<T[]> type = array.getType();
        return array.asConvertedDataType(Converter.ofNullable(
                type, Unchecked.collectionClass(), Arrays::asList, c -> Arrays.copyOf(c.toArray(), c.size(), type)));
    }

    private ArrayType() {}
}
