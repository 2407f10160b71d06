// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * After a column: where its values come from.
 *
 * @param <E> an element, a row of the caller's
 * @param <V> the type of the incoming value
 * @param <N> the next step
 * @since 0.1
 */
public sealed class FromStep<E, V extends @Nullable Object, N> permits FromOrDefaultStep {

    private final Function<Function<? super E, ? extends @Nullable V>, N> next;

    FromStep(Function<Function<? super E, ? extends @Nullable V>, N> next) {
        this.next = next;
    }

    /**
     * Takes the column's value from each element, normally by a method reference: {@code .from(Delivery::isbn)}.
     *
     * <p>It is called once for each row. If it throws, the call fails with {@link
     * io.bulkdsl.contract.InvalidRowException}, which names row and column. What null does is for the operator or
     * function to say; a plain {@code set} writes it.
     */
    public final N from(Function<? super E, ? extends @Nullable V> getter) {
        return next.apply(requireNonNull(getter, "getter"));
    }
}
