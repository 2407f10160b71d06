// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.Rejected;
import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.execute.Told;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of rows of a batch.
 *
 * @param matched rows of the table that are as they are to be
 * @param written those of them that were written
 */
record Written<E>(long matched, long written, List<Rejected<E>> rejected) {

    static <E> Written<E> of(long matched, long written) {
        return new Written<>(matched, written, List.of());
    }

    /** The rows that needed nothing match too. */
    static <E> Written<E> of(Told<E> told) {
        return of(told.written() + told.counts().getOrDefault(Status.UNCHANGED, 0), told.written());
    }

    static <E> Written<E> nothingBut(Rejected<E> row) {
        return new Written<>(0, 0, List.of(row));
    }

    Written<E> and(Written<E> other) {
        return new Written<>(
                matched + other.matched,
                written + other.written,
                Stream.concat(rejected.stream(), other.rejected.stream()).toList());
    }
}
