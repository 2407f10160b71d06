// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own on a real PostgreSQL, made for a test and dropped after it.
 *
 * <p>With JUnit, {@link PostgresTest} makes and drops it. Elsewhere:
 *
 * <pre>{@code
 * try (TestDatabase db = TestDatabase.create("classpath:db/migration")) {
 *     db.dsl().insertInto(BOOK)…
 * }
 * }</pre>
 *
 * <p>The server is chosen once per JVM, started by the first use and stopped when the JVM ends:
 *
 * <ol>
 *   <li>{@code -Dbulkdsl.test.url=jdbc:postgresql://…}, if set, with {@code bulkdsl.test.user} and {@code
 *       bulkdsl.test.password}: a running server; the user needs the right to create databases;
 *   <li>{@code -Dbulkdsl.test.image=postgres:18}, if set: a container, with Testcontainers on the classpath;
 *   <li>else an {@link EmbeddedPostgresServer}, whose data is in memory (in {@code /dev/shm}, if that has 4 GiB or more), where
 *       databases are made ten times as fast as on most disks, or in {@code -Dbulkdsl.test.directory=…}.
 * </ol>
 *
 * With {@code -Dbulkdsl.test.citus=true} tables are distributed by their keys once they are migrated; the server must be a
 * coordinator of Citus.
 *
 * <p>The environment variables {@code BULKDSL_TEST_URL}, {@code BULKDSL_TEST_USER}, {@code BULKDSL_TEST_PASSWORD} and {@code
 * BULKDSL_TEST_IMAGE}, {@code BULKDSL_TEST_DIRECTORY} are read where the property is absent. All methods may be called by several threads at once.
 *
 * @since 0.1
 */
public final class TestDatabase implements AutoCloseable {

    private final DatabaseServer server;
    private final String name;
    private final ServerAddress address;
    private final PGSimpleDataSource dataSource;
    private final DSLContext dsl;
    private final AtomicBoolean closed = new AtomicBoolean();

    TestDatabase(DatabaseServer server, String name, ServerAddress address) {
        this.server = server;
        this.name = name;
        this.address = address;
        this.dataSource = address.dataSource();
        this.dsl = DSL.using(dataSource, SQLDialect.POSTGRES);
    }

    /**
     * Creates a database and brings it to the state that the migrations lead to. They are run once per JVM for each distinct
     * list of locations; further databases are copies.
     *
     * @param locations where Flyway finds the migrations, such as {@code classpath:db/migration} or {@code
     *     filesystem:src/main/resources/db/migration}; none: an empty database
     * @return the database; close it to drop it
     * @throws MigrationFailedException if a location does not exist or a migration fails
     * @throws IllegalStateException if the server cannot be started
     * @throws org.jooq.exception.DataAccessException if the server cannot be reached or refuses to create a database
     */
    public static TestDatabase create(String... locations) {
        return SharedServer.get().create(List.of(locations));
    }

    /**
     * A jOOQ context on this database, with default settings. Each statement outside of a transaction has a connection
     * of its own, so it can be used by several threads.
     */
    public DSLContext dsl() {
        return dsl;
    }

    /** A source of new connections to this database, without a pool. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The JDBC URL of this database, with the parameters of the configured one. */
    public String url() {
        return address.url();
    }

    /** The database user. */
    public String user() {
        return Objects.requireNonNullElse(address.user(), System.getProperty("user.name"));
    }

    /** The user's password; empty if there is none. */
    public String password() {
        return Objects.requireNonNullElse(address.password(), "");
    }

    /** The server's version as {@code server_version_num} has it: 180004 is PostgreSQL 18.4. */
    public int serverVersion() {
        return server.version();
    }

    /**
     * Opens a connection to this database, in auto-commit mode.
     *
     * @return a new connection; the caller closes it
     * @throws SQLException if the server refuses it
     */
    public Connection newConnection() throws SQLException {
        return dataSource.getConnection();
    }

    /**
     * Drops the database, cutting off connections still open. Does nothing the second time.
     *
     * @throws org.jooq.exception.DataAccessException if the server refuses to
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.drop(name);
        }
    }

    @Override
    public String toString() {
        return "TestDatabase[" + address.url() + "]";
    }
}
