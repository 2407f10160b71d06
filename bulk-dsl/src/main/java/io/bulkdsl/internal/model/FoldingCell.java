// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import org.jspecify.annotations.Nullable;

/** A cell whose values, of rows with the same key, may become one. */
public interface FoldingCell<E> extends Cell<E> {

    boolean canFold();

    /** One value for two that {@link #of} gave. */
    @Nullable
    Object fold(@Nullable Object earlier, @Nullable Object later);
}
