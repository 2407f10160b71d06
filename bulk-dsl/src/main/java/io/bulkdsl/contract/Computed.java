// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a column changes without an incoming value: {@code set column = function(column)}, for example {@code now()}.
 *
 * <p>For implementing, most easily by a lambda.
 *
 * @param <T> the column's type
 * @since 0.1
 */
@FunctionalInterface
public non-sealed interface Computed<T extends @Nullable Object> extends ColumnFunction {

    /**
     * The expression on the right of {@code column = …}.
     *
     * @param current the column as it is before the statement; may be null in a row, and is null in a new row
     * @return not Java's null; {@code DSL.castNull(current)} is SQL's
     */
    Field<T> apply(Field<T> current);

    /**
     * Refuses columns that the function doesn't work on; the default takes any.
     *
     * @throws IllegalArgumentException if the column's type doesn't suit; the message says why
     */
    default void check(DataType<T> column) {}
}
