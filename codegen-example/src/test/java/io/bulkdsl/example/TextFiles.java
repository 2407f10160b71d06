// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The texts that a test lays into a folder, and what is in them. */
final class TextFiles {

    static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static Map<Integer, Long> uses(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> codePoints(file).boxed())
                    .collect(groupingBy(code -> code, TreeMap::new, counting()));
        }
    }

    static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }

    private static IntStream codePoints(Path file) {
        try {
            return Files.readString(file).codePoints();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TextFiles() {}
}
