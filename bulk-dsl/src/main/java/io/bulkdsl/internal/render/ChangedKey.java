// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * An error of the server's, where a trigger gave a new row a key by which no input row is found:
 *
 * <pre>
 * cast(concat('bulk-dsl: a trigger changed the key of a new row', inserted.k1) as int)
 * </pre>
 *
 * By the server's function, for which null is nothing; with {@code ||} a key that became null would make this null.
 */
final class ChangedKey {

    static Field<Integer> error(Field<?> key) {
        return function("concat", SQLDataType.VARCHAR, inline(InsertRenderer.CHANGED_KEY), key)
                .cast(SQLDataType.INTEGER);
    }

    private ChangedKey() {}
}
