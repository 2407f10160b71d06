// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element with its values taken out.
 *
 * @param number its place in the input, counted from 1
 * @param values one for each cell of the model, in the same order
 */
public record IncomingRow<E>(int number, E element, List<@Nullable Object> values) {}
