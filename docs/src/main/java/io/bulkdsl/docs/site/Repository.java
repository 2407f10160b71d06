// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files the site is made of, named by their paths from the root, and where the web shows them. */
record Repository(Path root, String url) {

    /** The pages of the manual, those of {@code docs}. */
    List<Path> manual() {
        return Stream.of(root.resolve("docs"))
                .flatMap(docs -> files(docs, Integer.MAX_VALUE).stream())
                .filter(file -> !file.startsWith("docs/target") && !file.startsWith("docs/src"))
                .filter(Repository::isMarkdown)
                .toList();
    }

    /** The Markdown files of a folder. */
    List<Path> pagesOf(Path folder) {
        return files(root.resolve(folder), 1).stream()
                .filter(Repository::isMarkdown)
                .toList();
    }

    boolean isFile(Path path) {
        return Files.isRegularFile(root.resolve(path));
    }

    boolean isFolder(Path path) {
        return Files.isDirectory(root.resolve(path));
    }

    String read(Path file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the web shows a file or a folder. */
    String view(Path path) {
        return url + (isFolder(path) ? "/tree/main/" : "/blob/main/") + slashes(path);
    }

    String edit(Path file) {
        return url + "/edit/main/" + slashes(file);
    }

    static boolean isMarkdown(Path path) {
        return path.toString().endsWith(".md");
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private List<Path> files(Path folder, int depth) {
        try (Stream<Path> found = Files.walk(folder, depth)) {
            return found.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
