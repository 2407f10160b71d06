// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import org.jspecify.annotations.Nullable;

/** A column of the incoming table together with the rules for its values. */
public interface Cell<E> {

    Incoming<E, ?> incoming();

    /** The value of one element, checked; errors name row and column. */
    @Nullable
    Object of(E element, int rowNumber);
}
