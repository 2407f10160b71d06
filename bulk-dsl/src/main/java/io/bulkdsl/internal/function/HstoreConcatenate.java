// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;

import org.jooq.DataType;
import org.jooq.Field;

/**
 * {@code column = coalesce(column || incoming, incoming, column)}, for whatever Java type the project's binding gives
 * hstore.
 */
public final class HstoreConcatenate<T> implements SameType<T> {

    @Override
    public Field<T> apply(Field<T> current, Field<T> incoming) {
        return coalesce(field("{0} || {1}", current.getDataType(), current, incoming), incoming, current);
    }

    @Override
    public DataType<T> incomingType(DataType<T> column) {
        if (!column.getTypeName().contains("hstore") && !column.isOther()) {
            throw new IllegalArgumentException(
                    "hstoreConcat() needs an hstore column, this one is " + column.getTypeName());
        }
        return column;
    }
}
