// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.SetFunction;
import org.jooq.DataType;
import org.jooq.Field;

/** A key that was drawn for a row before: it is the column's value. */
record Drawn<T>() implements SetFunction<T, T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return incoming;
    }

    @Override
    public DataType<T> incomingType(DataType<T> column) {
        return column;
    }
}
