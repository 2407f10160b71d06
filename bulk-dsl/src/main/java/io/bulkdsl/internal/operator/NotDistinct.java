// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import io.bulkdsl.contract.EqualityOperator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/** {@code column is not distinct from incoming}. */
public final class NotDistinct<T> implements EqualityOperator<T> {

    @Override
    public Condition match(Field<T> column, Field<T> incoming) {
        return column.isNotDistinctFrom(incoming);
    }

    @Override
    public DataType<T> incomingType(DataType<T> column) {
        return column;
    }

    @Override
    public boolean acceptsNull() {
        return true;
    }
}
