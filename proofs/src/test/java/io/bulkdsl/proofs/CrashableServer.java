// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/** A server that can be killed, and started again with the data it left. */
final class CrashableServer implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    CrashableServer(Path directory) throws IOException {
        data = directory.resolve("data");
        server = start();
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private EmbeddedPostgres start() throws IOException {
        Redirect output = Redirect.appendTo(data.resolveSibling("output.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "16MB")
                .setServerConfig("max_connections", "10")
                .setServerConfig("autovacuum", "off")
                .start();
    }

    /** A new connection. */
    CloseableDSLContext connect() {
        return DSL.using(server.getJdbcUrl("postgres", "postgres"));
    }

    /** Ends all of its processes by SIGKILL. */
    void kill() throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
                .orElseThrow();
        List<ProcessHandle> processes = new ArrayList<>();
        processes.add(postmaster); // first, so that it can't look after the others
        postmaster.descendants().forEach(processes::add);
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            process.onExit().get(10, SECONDS);
        }
    }

    void restart() throws IOException {
        Files.delete(data.resolve("epg-lock")); // held by the object of the server that is gone
        server = start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
