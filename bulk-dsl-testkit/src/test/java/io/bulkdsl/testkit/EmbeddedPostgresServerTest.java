// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {

    @Test
    void startsServesAndStops() {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start();
        try {
            var ctx = DSL.using(server.url(), server.user(), server.password());
            assertThat(ctx.fetchValue("show server_encoding")).isEqualTo("UTF8");
            assertThat(ctx.fetchValue("show fsync")).isEqualTo("off");
            assertThat(ctx.fetchValue("show synchronous_commit")).isEqualTo("off");
            assertThat(ctx.fetchValue("show full_page_writes")).isEqualTo("off");
            assertThat(ctx.fetchValue("show max_connections")).isEqualTo("200");
        } finally {
            server.close();
            server.close();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aFailedStartSaysWhyAndWhatToDoAndLeavesNothing() throws IOException {
        long before = directories(temporary(), ProcessHandle.current().pid());

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(
                        ServerDirectory.onDisk(), Map.of("no_such_parameter", "1"), Duration.ofSeconds(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unrecognized configuration parameter \"no_such_parameter\"")
                .hasMessageContaining("-Dbulkdsl.test.url=jdbc:postgresql://")
                .hasMessageContaining("run as another user");
        assertThat(directories(temporary(), ProcessHandle.current().pid())).isEqualTo(before);
    }

    @Test
    void aStartThatTakesTooLongLeavesNoProcess() throws IOException {
        long before = directories(temporary(), ProcessHandle.current().pid());

        // It listens where nobody asks.
        assertThatThrownBy(() -> EmbeddedPostgresServer.start(
                        ServerDirectory.onDisk(), Map.of("listen_addresses", "127.0.0.99"), Duration.ofSeconds(3)))
                .hasMessageContaining("Gave up waiting");
        assertThat(directories(temporary(), ProcessHandle.current().pid())).isEqualTo(before);
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("127.0.0.99")))
                .isEmpty();
    }

    /** A JVM of its own, since what is tested is its end. */
    @Test
    void theEndOfTheJvmStopsTheServerAndRemovesItsData(@TempDir Path temporary) throws Exception {
        Path output = temporary.resolve("output");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        // The unpacked binaries of this JVM serve that one too.
                        "-Dot.epg.working-dir=" + temporary().resolve("embedded-pg"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forgetful.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(jvm.waitFor(90, TimeUnit.SECONDS)).isTrue();

        List<String> said = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(jvm.exitValue()).as(said.toString()).isZero();
        String url = said.get(said.size() - 1);
        assertThat(url).startsWith("jdbc:postgresql://");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                .isInstanceOf(SQLException.class);
        assertThat(directories(temporary, jvm.pid())).isZero();
    }

    /** Uses databases and closes nothing. */
    static final class Forgetful {
        public static void main(String[] args) {
            TestDatabase database = TestDatabase.create("classpath:db/shop");
            System.out.println(database.url());
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static long directories(Path parent, long pid) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().startsWith("bulkdsl-postgres-" + pid + "-"))
                    .count();
        }
    }
}
