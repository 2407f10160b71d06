// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @Test
    void explainsItself() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "Usage: codegen-example",
                        "--url",
                        "--user",
                        "--password",
                        "--quiet",
                        "--version",
                        "Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tellsItsVersions() {
        Run run = Run.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("codegen-example ", "jOOQ 3.", "Java ");
    }

    @Test
    void refusesUnknownOptionsInOneLine() {
        Run run = Run.of("--colour");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("error: Unknown option: '--colour'; see --help\n");
    }

    @Test
    void saysInOneLineThatNoServerIsThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        Run run = Run.of("--url", "jdbc:postgresql://localhost:" + port + "/postgres?password=secret", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("error: no connection to jdbc:postgresql://localhost:" + port + "/postgres: Connection to")
                .endsWith("; correct --url, --user and --password, or leave --url out for an embedded server")
                .doesNotContain("secret");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesTheUrlOfAnotherDatabase() {
        Run run = Run.of("--url", "jdbc:mysql://localhost/test", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("error: --url has to look like jdbc:postgresql://host:5432/database, but is"
                        + " jdbc:mysql://localhost/test\n");
    }

    @Test
    void asksForTextsWhereTheJdkHasNone(@TempDir Path javaHome) {
        Run run = Run.with("", javaHome);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("error: this JDK has no licence texts in " + javaHome.resolve("legal")
                        + "; name the files or folders to read, or - for the standard input (see --help)\n");
    }
}
