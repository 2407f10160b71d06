// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import io.bulkdsl.internal.model.Unchecked;
import java.util.Arrays;
import java.util.Collection;
import org.jooq.Converter;
import org.jooq.Converters;
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
        return converted(
                array,
                Converter.ofNullable(
                        type,
                        Unchecked.collectionClass(),
                        Arrays::asList,
                        c -> Arrays.copyOf(c.toArray(), c.size(), type)));
    }

    /**
     * {@code array} made of something else. Where the column has a converter, the two become one: of one after the other
     * jOOQ makes a binding that can't be told from a user's.
     */
    static <T, U> DataType<U> converted(DataType<T[]> array, Converter<T[], U> converter) {
        DataType<?> written = array.getSQLDataType();
        Converter<?, T[]> elements = array.getConverter();
        boolean isOfElements = elements.fromType() != array.getType() && elements.fromType() == written.getType();
        return isOfElements
                ? Unchecked.converted(written, Converters.of(elements, converter))
                : array.asConvertedDataType(converter);
    }

    private ArrayType() {}
}
