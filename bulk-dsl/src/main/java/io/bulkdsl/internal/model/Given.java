// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Whether an element has something to say about a column. Where it hasn't, its statement leaves the column out. */
@FunctionalInterface
public interface Given<E> {

    /** What stands in a row's values where the element has nothing to say. */
    Object NOT = new Object() {
        @Override
        public String toString() {
            return "(not given)";
        }
    };

    boolean test(E element, @Nullable Object value);

    /** Every element has. */
    Given<Object> ALWAYS = (element, value) -> true;

    static <E> Given<? super E> always() {
        return ALWAYS;
    }

    static <E> Given<E> unlessNull() {
        return (element, value) -> value != null;
    }

    static <R extends Record> Given<R> ifTouched(Field<?> column) {
        return (record, value) -> isTouched(record, column);
    }

    /** jOOQ renames it to {@code touched} in 3.20, and keeps the old name. */
    private static boolean isTouched(Record record, Field<?> column) {
        return record.changed(column);
    }
}
