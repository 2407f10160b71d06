// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Column;
import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Jdbi's {@code prepareBatch}. */
final class JdbiBatch implements Candidate {

    @Override
    public String name() {
        return "jdbi-batch";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        JdbcStatement<E> statement = JdbcStatement.of(task);
        if (statement == null) {
            return null;
        }
        boolean keys = task.operation() == Operation.INSERT_KEYS;
        Connection connection = keys ? connections.open() : connections.rewriting();
        Handle handle = Jdbi.open(connection);
        return Attempt.answering(connection, rows -> Portions.of(Portions.OF_A_BATCH, rows).stream()
                .flatMapToLong(portion -> execute(handle, statement, portion, keys))
                .toArray());
    }

    private static <E> LongStream execute(Handle handle, JdbcStatement<E> statement, List<E> rows, boolean keys) {
        try (PreparedBatch batch = handle.prepareBatch(statement.sql())) {
            for (E row : rows) {
                int position = 0;
                for (Column<?, E, ?> column : statement.parameters()) {
                    batch.bindBySqlType(position++, column.jdbcValue(row), column.jdbcType());
                }
                batch.add();
            }
            if (keys) {
                return batch.executePreparedBatch("id").mapTo(Long.class).list().stream()
                        .mapToLong(key -> key);
            }
            batch.execute();
            return LongStream.empty();
        }
    }
}
