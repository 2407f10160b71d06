// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A COPY under way. The one place that knows the PostgreSQL driver; nobody comes here before {@link CopyAccess} has seen
 * that there is one.
 */
final class CopyChannel implements AutoCloseable {

    private final CopyIn copy;

    CopyChannel(Connection connection, String sql) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    static boolean isPossible(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class);
    }

    void write(CharSequence lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    /** Returns how many rows were written. */
    long end() throws SQLException {
        return copy.endCopy();
    }

    /** Without {@link #end}, nothing has been written, and the connection can go on. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
