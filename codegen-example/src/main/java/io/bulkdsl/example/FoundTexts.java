// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The texts named on the command line: files, folders with all they hold, and {@code -} for the standard input. */
record FoundTexts(List<TextSource> sources, List<Skipped> skipped) {

    static FoundTexts named(List<String> names, InputStream standardInput) {
        FoundTexts found = new FoundTexts(new ArrayList<>(), new ArrayList<>());
        names.stream().distinct().forEach(name -> found.add(name, standardInput));
        return found;
    }

    static FoundTexts inFolder(String name, Path folder) {
        FoundTexts found = new FoundTexts(new ArrayList<>(), new ArrayList<>());
        TextFolder.collect(name, folder, found);
        return found;
    }

    private void add(String name, InputStream standardInput) {
        if (name.equals("-")) {
            sources.add(new TextSource("(standard input)", () -> standardInput));
            return;
        }
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            skipped.add(new Skipped(name, "not a file name here: " + e.getReason()));
            return;
        }
        if (Files.isDirectory(path)) {
            TextFolder.collect(name, path, this);
        } else {
            sources.add(TextFile.source(name, path));
        }
    }
}
