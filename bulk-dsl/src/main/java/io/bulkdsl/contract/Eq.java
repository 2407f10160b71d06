// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import org.jspecify.annotations.Nullable;

/**
 * {@code eq()}: as a set function {@code column = incoming}, as a key operator {@code where column = incoming}. For
 * calling; one type for both, so that imports of {@code Functions} and {@code Operators} don't contradict each other.
 *
 * @param <T> the column's type
 * @since 0.1
 */
public interface Eq<T extends @Nullable Object> extends SetFunction<T, T>, EqualityOperator<T> {}
