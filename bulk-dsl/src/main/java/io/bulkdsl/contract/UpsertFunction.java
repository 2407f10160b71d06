// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A set function that treats a new row in its own way in an upsert. Any other {@code SetFunction<T, T>} inserts the
 * incoming value as it is and, where the row exists, applies itself to the column and that value.
 *
 * <p>For implementing.
 *
 * @param <T> the column's type
 * @since 0.1
 */
public interface UpsertFunction<T extends @Nullable Object> extends SetFunction<T, T> {

    /**
     * {@code insert into … (column) select inserted(incoming.column)}: the value of a new row; it is also what {@code
     * excluded.column} carries where the row exists.
     *
     * @param incoming the row's value; may be null in a row
     */
    Field<T> inserted(Field<T> incoming);

    /**
     * {@code do update set column = merged(column, excluded.column)}: the value where the row exists.
     *
     * @param current the column as it was
     * @param excluded what {@link #inserted} made of the incoming value
     */
    Field<T> merged(Field<T> current, Field<T> excluded);
}
