// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import io.bulkdsl.contract.SetFunction;
import org.jooq.DataType;

/** A set function whose incoming values are of the column's own type. */
interface SameType<T> extends SetFunction<T, T> {

    @Override
    default DataType<T> incomingType(DataType<T> column) {
        return column;
    }
}
