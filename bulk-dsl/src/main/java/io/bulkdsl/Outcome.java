// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.Status;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/**
 * What became of one input row.
 *
 * @param rowNumber the input row's number, counted from 1
 * @param element the input row, the caller's own object
 * @param status what happened; where an input row belongs to several rows of the table and some were written, that
 * @param records the values asked for by {@code returning}, of each row of the table that the status is about: as they are
 *     after the statement, of deleted rows as they were; empty if none were asked for or there is no such row
 * @param oldRecords the same as they were before, where old values were asked for and the row existed
 * @param <E> an element, a row of the caller's
 * @param <X> a record of the values asked for
 * @since 0.1
 */
public record Outcome<E, X extends Record>(
        int rowNumber, E element, Status status, List<X> records, List<X> oldRecords) {

    /** The first of {@link #records()}: the only one where the key is unique. */
    public Optional<X> record() {
        return records.stream().findFirst();
    }

    /** The first of {@link #oldRecords()}: the only one where the key is unique. */
    public Optional<X> oldRecord() {
        return oldRecords.stream().findFirst();
    }

    /** Whether the input row created its row. */
    public boolean created() {
        return status == Status.INSERTED;
    }
}
