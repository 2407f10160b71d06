// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.XML;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whether an assignment would change a row: {@code amount is distinct from excluded.amount or …}. json and xml have no
 * equality in PostgreSQL and are compared as text.
 */
final class Changed {

    static Condition any(Map<Field<?>, Field<?>> assignments) {
        return DSL.or(assignments.entrySet().stream()
                .map(assignment -> isDistinct(assignment.getKey(), assignment.getValue()))
                .toList());
    }

    private static Condition isDistinct(Field<?> column, Field<?> value) {
        return comparable(column).isDistinctFrom(comparable(value));
    }

    private static Field<Object> comparable(Field<?> field) {
        Class<?> databaseType = field.getDataType().getConverter().fromType();
        boolean asText = databaseType == JSON.class || databaseType == XML.class;
        return (asText ? field.cast(SQLDataType.CLOB) : field).coerce(Object.class);
    }

    private Changed() {}
}
