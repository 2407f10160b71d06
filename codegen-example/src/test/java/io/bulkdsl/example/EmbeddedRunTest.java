// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a user runs it, with nothing but a JDK. */
class EmbeddedRunTest {

    @Test
    void readsTheLicencesOfTheJdk(@TempDir Path javaHome) throws IOException {
        Path legal = Files.createDirectories(javaHome.resolve("legal/java.base"));
        Files.writeString(legal.resolve("LICENSE"), "Copyright © the authors\n");

        Run run = Run.with("", javaHome);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("PostgreSQL ")
                .contains(", an embedded server, gone when this job ends\n")
                .contains("COPYRIGHT SIGN", "legal/java.base/LICENSE")
                .contains("texts read     1: 1 counted,");
    }
}
