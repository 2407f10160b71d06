// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.matrix;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each combination of what pom.xml has brought; the table is in {@code target/matrix.md}. */
class MatrixTest {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Map<Cell, Counts> COUNTS = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> testsPassOn() throws IOException {
        return cells().map(cell -> dynamicTest(cell.toString(), () -> {
            CellRun run = new CellRun(cell, TARGET.resolve("cells").resolve(String.valueOf(cell)));
            Counts counts = run.run();
            COUNTS.put(cell, counts);
            assertThat(counts.failed()).as("failed tests, see %s", run.log()).isZero();
            assertThat(counts.tests()).isPositive();
        }));
    }

    @AfterAll
    static void table() throws IOException {
        String table = new SupportTable(COUNTS).markdown();
        Files.writeString(TARGET.resolve("matrix.md"), table);
        System.out.println(table);
    }

    private static Stream<Cell> cells() throws IOException {
        List<Path> servers = versions("postgres");
        List<Jdk> jdks = Jdk.of(listed("jdks").map(Path::of).toList(), Boolean.getBoolean("bulkdsl.matrix.full"));
        List<String> rowSources = listed("rowSources").toList();
        return versions("jooq").stream()
                .flatMap(jooq -> jdks.stream().flatMap(jdk -> rowSources.stream()
                        .flatMap(source -> servers.stream().map(server -> new Cell(jdk, jooq, server, source)))))
                .filter(Cell::isPossible);
    }

    /** All that are there, or those that are asked for. */
    private static List<Path> versions(String of) throws IOException {
        List<String> wanted = listed(of).toList();
        try (Stream<Path> directories = Files.list(TARGET.resolve(of))) {
            return directories
                    .filter(path -> wanted.isEmpty()
                            || wanted.contains(path.getFileName().toString()))
                    .sorted(comparing(path -> Version.parse(path.getFileName().toString())))
                    .toList();
        }
    }

    private static Stream<String> listed(String what) {
        return Stream.of(System.getProperty("bulkdsl.matrix." + what, "").split(","))
                .filter(item -> !item.isBlank());
    }
}
