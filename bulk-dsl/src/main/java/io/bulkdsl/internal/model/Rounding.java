// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import org.jooq.DataType;

/** Columns that store less of a number or a time than comes in, by itself or in an array. (Text isn't cut, but refused, by the assignment.) */
public final class Rounding {

    /** The digits of a second that PostgreSQL keeps at most. */
    private static final int MICROSECONDS = 6;

    public static boolean by(DataType<?> column) {
        // of a list that a converter makes of an array jOOQ knows no element
        DataType<?> element = column.getType().isArray() ? column.getArrayComponentDataType() : null;
        if (element != null) {
            return by(element);
        }
        return (column.isDecimal() && column.scaleDefined())
                || (column.isDateTime() && column.precisionDefined() && column.precision() < MICROSECONDS);
    }

    private Rounding() {}
}
