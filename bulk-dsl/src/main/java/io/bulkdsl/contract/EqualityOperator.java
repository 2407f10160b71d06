// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A key operator that is an equality between values of the column's type: {@code eq()}, {@code notDistinct()}, {@code
 * eqBy(…)}. Only such can be the key of an upsert, since that is what unique indexes compare by.
 *
 * <p>For implementing.
 *
 * @param <T> the column's type
 * @since 0.1
 */
public interface EqualityOperator<T extends @Nullable Object> extends KeyOperator<T, T> {

    /** What is compared: the column or value itself (the default), or an expression such as {@code lower(column)}. */
    default Field<T> compared(Field<T> columnOrValue) {
        return columnOrValue;
    }

    /** Always. */
    @Override
    default boolean isEquality() {
        return true;
    }
}
