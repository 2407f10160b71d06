// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.function;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;

import org.jooq.Field;
import org.jooq.JSONB;

/**
 * {@code column = coalesce(column || incoming, incoming, column)}. It can't fold: {@code ||} on jsonb isn't
 * associative where objects meet arrays.
 */
public final class JsonbConcatenate implements SameType<JSONB> {

    @Override
    public Field<JSONB> apply(Field<JSONB> current, Field<JSONB> incoming) {
        return coalesce(field("{0} || {1}", current.getDataType(), current, incoming), incoming, current);
    }
}
