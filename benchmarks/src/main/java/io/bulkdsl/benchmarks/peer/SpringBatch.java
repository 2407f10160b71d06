// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Spring's {@code JdbcTemplate.batchUpdate}. */
final class SpringBatch implements Candidate {

    @Override
    public String name() {
        return "spring-batch";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        JdbcStatement<E> statement = JdbcStatement.of(task);
        if (statement == null || task.operation() == Operation.INSERT_KEYS) {
            return null;
        }
        Connection connection = connections.rewriting();
        JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        return Attempt.writing(
                connection,
                rows -> template.batchUpdate(
                        statement.sql(), rows, Portions.OF_A_BATCH, (prepared, row) -> statement.bind(prepared, row)));
    }
}
