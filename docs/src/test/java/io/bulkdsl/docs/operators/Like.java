// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.operators;

import io.bulkdsl.contract.KeyOperator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** {@code column like incoming}: each input row brings a pattern. */
final class Like implements KeyOperator<String, String> {

    static Like like() {
        return new Like();
    }

    @Override
    public Condition match(Field<String> column, Field<String> incoming) {
        return column.like(incoming);
    }

    /** The pattern is text, however long the column's values may be. */
    @Override
    public DataType<String> incomingType(DataType<String> column) {
        return SQLDataType.CLOB;
    }

    private Like() {}
}
