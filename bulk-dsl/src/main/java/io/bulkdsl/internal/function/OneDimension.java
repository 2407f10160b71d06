// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import org.jooq.DataType;

/** Some array functions of PostgreSQL flatten or refuse arrays of arrays. */
final class OneDimension {

    static <X> DataType<X[]> of(DataType<X[]> column, String function) {
        DataType<?> element = column.getArrayComponentDataType();
        if (element != null && element.isArray()) {
            throw new IllegalArgumentException(
                    function + " works on arrays of one dimension; set the whole value with eq(), or use expr(…)");
        }
        return column;
    }

    private OneDimension() {}
}
