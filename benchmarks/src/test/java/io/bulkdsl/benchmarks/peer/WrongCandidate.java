// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Task;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import org.jooq.UpdatableRecord;

/** Does something else than what is asked of it. */
public record WrongCandidate(String sql) implements Candidate {

    @Override
    public String name() {
        return "wrong";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        Connection connection = connections.open();
        return Attempt.answering(connection, rows -> run(connection));
    }

    private long[] run(Connection connection) throws SQLException {
        LongStream.Builder keys = LongStream.builder();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        keys.add(result.getLong(1));
                    }
                }
            }
        }
        return keys.build().toArray();
    }
}
