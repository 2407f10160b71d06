// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * How a column gets its new value: from an incoming value ({@link SetFunction}) or without one ({@link Computed}).
 *
 * @since 0.1
 */
public sealed interface ColumnFunction permits SetFunction, Computed {}
