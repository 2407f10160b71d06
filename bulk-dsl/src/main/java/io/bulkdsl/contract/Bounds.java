// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The two ends of {@code between}, both inclusive.
 *
 * @param low the lower bound, never null
 * @param high the upper bound, never null; below {@code low} the range is empty and matches nothing
 * @param <T> the column's type
 * @since 0.1
 */
public record Bounds<T extends @Nullable Object>(T low, T high) {

    /**
     * {@code between low and high}.
     *
     * @throws NullPointerException if a bound is null: it could never match
     */
    public Bounds {
        Objects.requireNonNull(low, "the lower bound of between is null");
        Objects.requireNonNull(high, "the upper bound of between is null");
    }

    /**
     * {@code between low and high}: the same as the constructor, shorter to read in {@code from(r -> Bounds.of(r.first(),
     * r.last()))}.
     *
     * @throws NullPointerException if a bound is null: it could never match
     */
    public static <T extends @Nullable Object> Bounds<T> of(T low, T high) {
        return new Bounds<>(low, high);
    }
}
