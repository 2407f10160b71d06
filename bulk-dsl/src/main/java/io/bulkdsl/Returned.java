// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import org.jooq.Record;

/**
 * A row of the table that a statement changed, with the input row that changed it.
 *
 * @param rowNumber the input row's number, counted from 1
 * @param element the input row; of folded duplicates the first, but by {@code getOrCreate} each
 * @param record the values asked for, as they are after the change, of a deleted row as they were
 * @param <E> an element, a row of the caller's
 * @param <X> a record of the values asked for
 * @since 0.1
 */
public record Returned<E, X extends Record>(int rowNumber, E element, X record) {}
