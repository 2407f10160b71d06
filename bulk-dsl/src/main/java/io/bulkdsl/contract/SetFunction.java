// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How an incoming value changes a column: {@code set column = function(column, incoming)}.
 *
 * <p>For implementing. The ready ones are in {@code Functions}; for a single use, {@code Functions.expr} makes one of a
 * lambda. A function must be stateless: one instance serves all threads and all statements.
 *
 * @param <T> the column's type
 * @param <V> the type of the incoming value
 * @since 0.1
 */
public non-sealed interface SetFunction<T extends @Nullable Object, V extends @Nullable Object> extends ColumnFunction {

    /**
     * The expression on the right of {@code column = …}.
     *
     * @param current the column as it is before the statement, for example {@code book.stock}; may be null in a row
     * @param incoming the row's value, for example {@code incoming.stock}; may be null in a row
     * @return not Java's null; {@code DSL.castNull(current)} is SQL's
     */
    Field<T> apply(Field<T> current, Field<V> incoming);

    /**
     * The data type the incoming value is sent as. It carries the column's converter and binding where {@code V} is
     * the column's own type.
     *
     * @throws IllegalArgumentException if this function doesn't work on such a column; the message says why
     */
    DataType<V> incomingType(DataType<T> column);

    /**
     * How two incoming values for the same row become one, so that applying the result once equals applying both in
     * order; empty (the default) if there is no such value. {@code Duplicates.FOLD} needs it of every function of a
     * statement. Both arguments may be null.
     */
    default Optional<BinaryOperator<V>> fold(DataType<T> column) {
        return Optional.empty();
    }
}
