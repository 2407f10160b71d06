// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.render.Report;
import java.util.List;
import org.jooq.Record;
import org.jooq.Result;

/**
 * What the server told of a group.
 *
 * @param untold what became of rows that it told nothing of
 */
record Answer<E>(Group<E> group, Result<Record> records, Status untold) {

    /** How many rows of the table were written. */
    static <E> long written(List<Answer<E>> answers, Report report) {
        return answers.stream()
                .flatMap(answer -> answer.records().stream())
                .filter(record -> report.statusOf(record).isWritten())
                .count();
    }
}
