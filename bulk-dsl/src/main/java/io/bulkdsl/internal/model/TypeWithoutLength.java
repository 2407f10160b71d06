// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * The type incoming values are cast to: the column's, without length, precision or scale. A cast to {@code
 * varchar(5)} truncates silently and makes a key match the wrong row; the assignment to the column does the check.
 */
public final class TypeWithoutLength {

    private static final int MICROSECONDS = 6;

    public static <T> DataType<T> of(DataType<T> type) {
        if (type.isArray() && !type.getType().isArray()) {
            return ofConverted(type);
        }
        DataType<?> element = type.getArrayComponentDataType();
        if (element != null) {
            DataType<?> withoutLength = of(element);
            return withoutLength == element ? type : Unchecked.withElements(type, withoutLength);
        } else if (isCharacter(type)) {
            return asVarchar(type);
        } else if (type.hasLength()) {
            return type.length(0);
        } else if (type.isNumeric() && type.precisionDefined()) {
            return type.precision(0, 0);
        } else if (type.isDateTime() && type.precisionDefined()) {
            return type.precision(MICROSECONDS);
        }
        return type;
    }

    /** What a user's converter makes of arrays, a list for example, of whose elements jOOQ knows nothing. */
    private static <T> DataType<T> ofConverted(DataType<T> array) {
        DataType<?> written = array.getSQLDataType();
        boolean isByConverter = ExactText.isJooqs(array.getBinding())
                && written.getType() == array.getConverter().fromType();
        return isByConverter ? Unchecked.converted(of(written), array.getConverter()) : array;
    }

    /** {@code char} without length is {@code char(1)}, unlike any other type. */
    private static boolean isCharacter(DataType<?> type) {
        return type.getTypeName().equals("char") || type.getTypeName().equals("nchar");
    }

    private static <T> DataType<T> asVarchar(DataType<T> type) {
        return SQLDataType.VARCHAR.asConvertedDataType(
                Converter.ofNullable(String.class, type.getType(), type::convert, value ->
                        (String) type.getConverter().to(value)));
    }

    private TypeWithoutLength() {}
}
