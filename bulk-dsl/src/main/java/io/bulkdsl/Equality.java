// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Eq;
import io.bulkdsl.internal.operator.Equal;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Functions} and {@link Operators} have in common, so that {@code eq()} is one name where both are imported.
 *
 * @since 0.1
 */
public abstract sealed class Equality permits Functions, Operators {

    Equality() {}

    /**
     * As a set function {@code c = v}, also where v is null: what {@code set(column)} does by itself. As a key operator
     * {@code where c = v}: what {@code key(column)} does by itself; a null key is refused, and rows whose column is
     * null don't match. Duplicates fold into the last.
     */
    public static <T extends @Nullable Object> Eq<T> eq() {
        return new Equal<>();
    }
}
