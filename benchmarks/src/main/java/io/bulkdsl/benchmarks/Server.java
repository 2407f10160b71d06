// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.peer.Connections;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that is measured on, with the schema {@code bench}. */
final class Server implements Connections, AutoCloseable {

    /**
     * PostgreSQL's defaults, but: tables of the largest runs fit into memory, as they would on a server of any size; no
     * checkpoint and no autovacuum falls into one candidate's time and not into another's; no full page images, since every
     * run follows a checkpoint, where a server in steady state rarely does; no fsync, since every candidate commits once and
     * the disk's time is not of interest.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers", "4GB",
            "max_wal_size", "16GB",
            "checkpoint_timeout", "1h",
            "autovacuum", "off",
            "full_page_writes", "off",
            "fsync", "off");

    private final PGSimpleDataSource source;
    private final Runnable stop;

    private Server(PGSimpleDataSource source, Runnable stop) {
        this.source = source;
        this.stop = stop;
    }

    static Server embedded() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        try {
            EmbeddedPostgres started = builder.start();
            return new Server((PGSimpleDataSource) started.getPostgresDatabase(), () -> stop(started)).migrated();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Server at(String url, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return new Server(source, () -> {}).migrated();
    }

    private Server migrated() {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("bench")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return this;
    }

    @Override
    public Connection open(Map<String, String> properties) throws SQLException {
        return open(host(), port(), properties);
    }

    /** The same server behind another address. */
    Connection open(String host, int port, Map<String, String> properties) throws SQLException {
        Properties all = new Properties();
        if (source.getUser() != null) {
            all.setProperty("user", source.getUser());
        }
        if (source.getPassword() != null) {
            all.setProperty("password", source.getPassword());
        }
        all.putAll(properties);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(host, port, source.getDatabaseName()), all);
    }

    String host() {
        return source.getServerNames()[0];
    }

    int port() {
        return source.getPortNumbers()[0];
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
