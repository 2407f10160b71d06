// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Task;
import java.sql.SQLException;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** A way to write many rows from Java. */
public interface Candidate {

    String name();

    /**
     * Makes what an application makes once and keeps: a connection, SQL, a definition. Null if this way doesn't know the
     * operation.
     */
    <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException;
}
