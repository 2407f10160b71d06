// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * A row that was left out since the server, or the library before it, refused it.
 *
 * @param element the caller's element
 * @param rowNumber its number in the input, counted from 1
 * @param error why
 * @param <E> an element, a row of the caller's
 * @since 0.1
 */
public record Rejected<E>(E element, int rowNumber, ServerError error) {}
