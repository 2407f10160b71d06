// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the docs show is code that is run: a block below {@code <!-- from: file -->} is lines of that file. */
class SnippetsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> isLinesOfTheFile() throws IOException {
        return pages().flatMap(page -> Snippet.of(read(page)).stream()
                .map(snippet -> dynamicTest(ROOT.relativize(page) + ": " + snippet.firstLine(), () -> assertThat(
                                snippet.isIn(read(ROOT.resolve(snippet.file()))))
                        .as(snippet.text())
                        .isTrue())));
    }

    /** Decisions may show what was not done. */
    @Test
    void allCodeSaysWhereItIsFrom() throws IOException {
        assertThat(pages().filter(page -> !page.startsWith(ROOT.resolve("docs/decisions")))
                        .filter(page -> !page.endsWith("seed-cases.md"))
                        .flatMap(page ->
                                Snippet.without(read(page)).stream().map(line -> ROOT.relativize(page) + ":" + line)))
                .isEmpty();
    }

    @Test
    void codeThatDoesNotSayWhereItIsFromIsSeen() {
        String page = """
                <!-- from: A.java -->
                ```java
                int a;
                ```

                ```sql
                select 1
                ```

                - in a list:
                  ```kotlin
                  val a = 1
                  ```

                <!-- from: B.java -->

                ```java
                int b;
                ```

                <!-- file: a.sql -->
                ```sql
                select 2
                ```

                ```bash
                ls
                ```
                """;

        assertThat(Snippet.of(page)).containsExactly(new Snippet("A.java", "java", "int a;\n"));
        assertThat(Snippet.without(page)).containsExactly(6L, 11L, 17L);
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.stream());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
