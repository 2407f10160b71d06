// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** {@code addBatch}, {@code executeBatch}: what Java has built in. */
record JdbcBatch(String name, boolean rewriting) implements Candidate {

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        JdbcStatement<E> statement = JdbcStatement.of(task);
        if (statement == null || (rewriting && !rewritten(task.operation()))) {
            return null;
        }
        Connection connection = rewriting ? connections.rewriting() : connections.open();
        return task.operation() == Operation.INSERT_KEYS
                ? Attempt.answering(connection, rows -> insert(connection, statement, rows))
                : Attempt.writing(connection, rows -> write(connection, statement, rows));
    }

    /** The driver rewrites nothing else. */
    private static boolean rewritten(Operation operation) {
        return operation == Operation.INSERT || operation.upserts();
    }

    private static <E> void write(Connection connection, JdbcStatement<E> statement, List<E> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (List<E> portion : Portions.of(Portions.OF_A_BATCH, rows)) {
                batch(prepared, statement, portion);
            }
        }
    }

    private static <E> long[] insert(Connection connection, JdbcStatement<E> statement, List<E> rows)
            throws SQLException {
        LongStream.Builder keys = LongStream.builder();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql(), new String[] {"id"})) {
            for (List<E> portion : Portions.of(Portions.OF_A_BATCH, rows)) {
                batch(prepared, statement, portion);
                try (ResultSet generated = prepared.getGeneratedKeys()) {
                    while (generated.next()) {
                        keys.add(generated.getLong(1));
                    }
                }
            }
        }
        return keys.build().toArray();
    }

    private static <E> void batch(PreparedStatement prepared, JdbcStatement<E> statement, List<E> rows)
            throws SQLException {
        for (E row : rows) {
            statement.bind(prepared, row);
            prepared.addBatch();
        }
        prepared.executeBatch();
    }
}
