// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.InvalidRowException;
import java.util.function.Function;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * One column of the incoming table.
 *
 * @param name its name in the SQL, unique within the statement
 * @param column the target column it is for, as {@code table.column}, for messages
 * @param type what its values are sent as
 * @param getter what takes the value from an element
 * @param given whether an element has something to say about it
 */
public record Incoming<E, V>(
        String name,
        String column,
        DataType<V> type,
        Function<? super E, ? extends @Nullable V> getter,
        Given<? super E> given) {

    public Incoming(String name, String column, DataType<V> type, Function<? super E, ? extends @Nullable V> getter) {
        this(name, column, type, getter, Given.always());
    }

    public Incoming<E, V> given(Given<? super E> condition) {
        return new Incoming<>(name, column, type, getter, condition);
    }

    /** Whether each element has a value for it. */
    public boolean isAlwaysGiven() {
        return given == Given.ALWAYS;
    }

    /** The value of one element; a getter that throws is reported with its row. */
    public @Nullable V of(E element, int rowNumber) {
        try {
            return getter.apply(element);
        } catch (RuntimeException e) {
            throw new InvalidRowException(
                    rowNumber, column, "its getter threw " + e.getClass().getName(), e);
        }
    }
}
