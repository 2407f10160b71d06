// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * After a column that new rows get: where its values come from, and what null means.
 *
 * @param <E> an element, a row of the caller's
 * @param <V> the type of the incoming value
 * @param <N> the next step
 * @since 0.1
 */
public final class FromOrDefaultStep<E, V extends @Nullable Object, N> extends FromStep<E, V, N> {

    private final Function<Function<? super E, ? extends @Nullable V>, N> orDefault;

    FromOrDefaultStep(
            Function<Function<? super E, ? extends @Nullable V>, N> next,
            Function<Function<? super E, ? extends @Nullable V>, N> orDefault) {
        super(next);
        this.orDefault = orDefault;
    }

    /**
     * {@code default} where the getter gives null, which stands for the column's default in the database then;
     * otherwise as {@link #from}. Rows that give the same columns go together, one statement each, all or none.
     *
     * @see <a href="https://www.postgresql.org/docs/current/ddl-default.html">PostgreSQL: Default Values</a>
     */
    public N fromOrDefault(Function<? super E, ? extends @Nullable V> getter) {
        return orDefault.apply(requireNonNull(getter, "getter"));
    }
}
