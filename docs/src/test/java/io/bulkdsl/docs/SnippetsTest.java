// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the docs show is code that is run: a block below {@code <!-- from: file -->} is lines of that file; SQL may leave
 * quotes, the schema and spaces out.
 */
class SnippetsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern SNIPPET =
            Pattern.compile("^<!-- from: (\\S+) -->\\n```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private record Snippet(Path document, Path file, String language, String text) {

        boolean isIn(String source) {
            return language.equals("sql")
                    ? bare(source).contains(bare(text))
                    : lines(source).contains(lines(text));
        }
    }

    @TestFactory
    Stream<DynamicTest> isLinesOfTheFile() throws IOException {
        return documents()
                .flatMap(SnippetsTest::snippets)
                .map(snippet -> dynamicTest(name(snippet), () -> assertThat(snippet.isIn(read(snippet.file())))
                        .as(snippet.text())
                        .isTrue()));
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<Snippet> snippets(Path document) {
        List<Snippet> snippets = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(read(document));
        while (snippet.find()) {
            snippets.add(new Snippet(document, ROOT.resolve(snippet.group(1)), snippet.group(2), snippet.group(3)));
        }
        return snippets.stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indentation doesn't count. */
    private static String lines(String text) {
        return text.lines().map(String::strip).collect(joining("\n", "\n", "\n"));
    }

    private static String bare(String sql) {
        return sql.replace("\"", "").replaceAll("public\\.|\\s", "");
    }

    private static String name(Snippet snippet) {
        return ROOT.relativize(snippet.document()) + ": "
                + snippet.text().lines().findFirst().orElse("").strip();
    }
}
