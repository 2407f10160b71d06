// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.compile;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The programs in {@code src/test/resources/compile}. All are in one package, so that no two may have the same name.
 */
final class Corpus {

    /**
     * The most lines javac prints about a wrong program of a folder. A program that needs more says so in its first line:
     * {@code // lines <= 14}.
     */
    private static final Map<String, Integer> MOST_LINES = Map.ofEntries(
            entry("argument", 28),
            entry("contract", 15),
            entry("function", 12),
            entry("getter", 9),
            entry("missing", 10),
            entry("operator", 10),
            entry("pdnf", 12),
            entry("returning", 6),
            entry("rows", 12),
            entry("table", 9),
            entry("value_type", 6));

    static List<Path> right() {
        return files("/compile/ok");
    }

    static List<WrongProgram> wrong() {
        return files("/compile/fail").stream().map(Corpus::wrong).toList();
    }

    private static WrongProgram wrong(Path file) {
        String folder = file.getParent().getFileName().toString();
        int mostLines = Objects.requireNonNull(MOST_LINES.get(folder), () -> "no limit for folder " + folder);
        return WrongProgram.parse(file, mostLines);
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(
                Path.of(Objects.requireNonNull(Corpus.class.getResource(folder)).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Corpus() {}
}
