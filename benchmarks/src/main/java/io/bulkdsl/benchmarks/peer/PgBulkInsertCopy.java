// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import de.bytefish.pgbulkinsert.PgBulkInsert;
import de.bytefish.pgbulkinsert.configuration.Configuration;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** PgBulkInsert: binary COPY, inserts only. */
final class PgBulkInsertCopy implements Candidate {

    @Override
    public String name() {
        return "pgbulkinsert";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        if (task.operation() != Operation.INSERT) {
            return null;
        }
        Connection connection = connections.open();
        PGConnection driver = connection.unwrap(PGConnection.class);
        PgBulkInsert<E> insert = new PgBulkInsert<>(new Configuration(), new PgBulkInsertMapping<>(task.shape()));
        return Attempt.writing(connection, rows -> insert.saveAll(driver, rows));
    }
}
