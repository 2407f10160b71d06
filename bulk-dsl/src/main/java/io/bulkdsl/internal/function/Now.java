// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.function;

import io.bulkdsl.contract.Computed;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column = now()}: the time the transaction began; PostgreSQL's assignment cast makes a date of it. */
public final class Now<T> implements Computed<T> {

    @Override
    public Field<T> apply(Field<T> current) {
        return function("now", current.getDataType());
    }

    @Override
    public void check(DataType<T> column) {
        if (!column.isDate() && !column.getTypeName().startsWith("timestamp")) {
            throw new IllegalArgumentException(
                    "now() needs a date, timestamp or timestamptz column, this one is " + column.getTypeName());
        }
    }
}
