// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import org.jooq.DataType;

/** Adds two incoming numbers of a column's type. */
final class Sum {

    static <T extends Number> BinaryOperator<T> of(DataType<T> type) {
        return (a, b) -> isBinaryFloat(a) || isBinaryFloat(b)
                ? type.convert(a.doubleValue() + b.doubleValue())
                : exact(type, new BigDecimal(a.toString()).add(new BigDecimal(b.toString())));
    }

    /** An interval is a number for Java, but not one of a single unit. */
    static boolean works(DataType<?> type) {
        return !type.isInterval();
    }

    private static boolean isBinaryFloat(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static <T extends Number> T exact(DataType<T> type, BigDecimal sum) {
        T result = type.convert(sum);
        if (new BigDecimal(result.toString()).compareTo(sum) != 0) {
            throw new IllegalArgumentException(
                    "the increments of rows with the same key add up to more than " + type.getTypeName() + " holds");
        }
        return result;
    }

    private Sum() {}
}
