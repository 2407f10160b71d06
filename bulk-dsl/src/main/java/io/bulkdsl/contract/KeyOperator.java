// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * When a row of the table belongs to an incoming row: {@code where operator(column, incoming)}.
 *
 * <p>For implementing. The ready ones are in {@code Operators}. An operator must be stateless: one instance serves all
 * threads and all statements. It means the same in a bulk statement and in {@code pdnf}.
 *
 * @param <T> the column's type
 * @param <V> the type of the incoming value
 * @since 0.1
 */
public interface KeyOperator<T extends @Nullable Object, V extends @Nullable Object> {

    /**
     * The condition between the table's column and the row's value: what stands after {@code where}.
     *
     * @param column for example {@code book.isbn}; may be null in a row
     * @param incoming for example {@code incoming.isbn}; null only if {@link #acceptsNull()}
     * @return never null
     */
    Condition match(Field<T> column, Field<V> incoming);

    /**
     * The data type the incoming value is sent as.
     *
     * @throws IllegalArgumentException if this operator doesn't work on such a column; the message says why
     */
    DataType<V> incomingType(DataType<T> column);

    /**
     * Whether the operator is an equality: a target row matches at most one distinct incoming value. Where all
     * operators of a statement are, rows with the same key are duplicates; where one is not, several rows may match one
     * target row, and the first in input order wins.
     */
    default boolean isEquality() {
        return false;
    }

    /** Whether a null incoming value has a meaning. If not (the default), a null key is refused before any SQL runs. */
    default boolean acceptsNull() {
        return false;
    }

    /**
     * Refuses values that could never match, such as a collection with a null element; the default takes any.
     *
     * @throws IllegalArgumentException with the reason; the library adds row number and column
     */
    default void check(V incoming) {}
}
