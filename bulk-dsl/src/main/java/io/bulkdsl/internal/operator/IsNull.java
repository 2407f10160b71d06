// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.operator;

import static org.jooq.impl.DSL.field;

import io.bulkdsl.contract.KeyOperator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** {@code (column is null) = incoming}. */
public final class IsNull<T> implements KeyOperator<T, Boolean> {

    @Override
    public Condition match(Field<T> column, Field<Boolean> incoming) {
        return field(column.isNull()).eq(incoming);
    }

    @Override
    public DataType<Boolean> incomingType(DataType<T> column) {
        return SQLDataType.BOOLEAN;
    }
}
