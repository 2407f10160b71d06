// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.peer;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shape;
import io.bulkdsl.benchmarks.data.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The limit of an insert: COPY of bytes that are there before the clock starts. */
final class RawCopy implements Candidate {

    private static final int BUFFER = 65_536;

    @Override
    public String name() {
        return "raw-copy";
    }

    @Override
    public <R extends UpdatableRecord<R>, E> @Nullable Attempt<E> open(Task<R, E> task, Connections connections)
            throws SQLException {
        if (task.operation() != Operation.INSERT) {
            return null;
        }
        Connection connection = connections.open();
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String columns = Shape.names(task.shape().columns());
        String sql = "copy %s (%s) from stdin".formatted(task.shape().sql(), columns);
        return Attempt.prepared(connection, batch -> {
            byte[] bytes =
                    bytes(copy, "copy (select %s from %s order by id) to stdout".formatted(columns, batch.incoming()));
            return () -> {
                InputStream in = new ByteArrayInputStream(bytes);
                copy.copyIn(sql, in, BUFFER);
                return Attempt.NOTHING;
            };
        });
    }

    private static byte[] bytes(CopyManager copy, String sql) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            copy.copyOut(sql, out);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
