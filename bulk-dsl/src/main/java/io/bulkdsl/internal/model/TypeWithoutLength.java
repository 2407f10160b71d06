// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

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
            return withoutLength == element ? type : sentAs(withoutLength.array(), type);
        } else if (isCharacter(type)) {
            return sentAs(SQLDataType.VARCHAR, type);
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
        return written.getType() == array.getConverter().fromType() ? sentAs(of(written), array) : array;
    }

    /** {@code char} without length is {@code char(1)}, unlike any other type. */
    static boolean isCharacter(DataType<?> type) {
        return type.getTypeName().equals("char") || type.getTypeName().equals("nchar");
    }

    /** {@code other} with what the user says of how values of {@code type} are converted or bound, if anything. */
    private static <T> DataType<T> sentAs(DataType<?> other, DataType<T> type) {
        if (!ExactText.isJooqs(type.getBinding())) {
            return Unchecked.bound(other.getSQLDataType(), type.getBinding());
        }
        boolean isConvertedAlready =
                other.getConverter().getClass() == type.getConverter().getClass();
        return isConvertedAlready
                ? Unchecked.ofClass(type.getType(), other)
                : Unchecked.converted(other.getSQLDataType(), type.getConverter());
    }

    private TypeWithoutLength() {}
}
