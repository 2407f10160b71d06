// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import io.bulkdsl.testkit.internal.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;

/**
 * Creates and drops databases on a server.
 *
 * <p>Migrations are run once for each distinct list of locations, into a database that serves as the template of all others:
 * copying it takes some tens of milliseconds, whatever the number of migrations.
 */
final class DatabaseServer {

    private final ServerAddress address;
    private final int version;
    private final boolean citus;

    /** Distinguishes our databases from those of other JVMs on the same server. */
    private final String prefix = "bulkdsl_test_" + UUID.randomUUID().toString().substring(0, 8) + "_";

    private final AtomicInteger created = new AtomicInteger();
    private final Map<List<String>, String> templates = new ConcurrentHashMap<>();

    private DatabaseServer(ServerAddress address, int version, boolean citus) {
        this.address = address;
        this.version = version;
        this.citus = citus;
    }

    static DatabaseServer at(ServerAddress address, boolean citus) {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show server_version_num")) {
            result.next();
            return new DatabaseServer(address, result.getInt(1), citus);
        } catch (SQLException e) {
            throw new DataAccessException(
                    "No connection to the test server " + address.url() + ": " + e.getMessage()
                            + "\nCheck bulkdsl.test.url, bulkdsl.test.user and bulkdsl.test.password.",
                    e);
        }
    }

    /** The server's version as {@code server_version_num} has it, such as 180004. */
    int version() {
        return version;
    }

    TestDatabase create(List<String> locations) {
        String name = prefix + created.incrementAndGet();
        if (locations.isEmpty()) {
            execute("create database " + name);
        } else {
            String template = templates.computeIfAbsent(List.copyOf(locations), this::migrate);
            execute("create database " + name + " template " + template);
        }
        return new TestDatabase(this, name, address.database(name));
    }

    void drop(String database) {
        execute("drop database if exists " + database + " with (force)");
    }

    void dropTemplates() {
        templates.values().forEach(this::drop);
    }

    private String migrate(List<String> locations) {
        String name = prefix + "template_" + created.incrementAndGet();
        execute("create database " + name);
        try {
            Migrations.of(locations).applyTo(address.database(name).dataSource());
            if (citus) {
                Citus.distribute(address.database(name).dataSource());
                // where Citus keeps a connection it can't be copied
                execute("alter database " + name + " with allow_connections false");
                execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        } catch (RuntimeException e) {
            drop(name);
            throw e;
        }
        return name;
    }

    private void execute(String sql) {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DataAccessException(
                    "The test server " + address.url() + " refused `" + sql + "`: " + e.getMessage()
                            + "\nThe user needs the right to create databases (CREATEDB).",
                    e);
        }
    }
}
