// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/** Makes the tables of a migrated database distributed ones; how is said in citus.sql. */
final class Citus {

    static void distribute(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script());
        } catch (SQLException e) {
            throw new DataAccessException(
                    "The tables can't be distributed: " + e.getMessage()
                            + "\nbulkdsl.test.citus=true needs a server with Citus 13 in its shared_preload_libraries.",
                    e);
        }
    }

    private static String script() {
        try (InputStream script = Citus.class.getResourceAsStream("citus.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Citus() {}
}
