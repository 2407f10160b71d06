// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import org.jsoup.nodes.Element;

/** A page: the file it is made of, and what it shows. */
record Page(Path source, Element content) {

    static final Path HOME = Path.of("docs", "index.md");

    /** A folder without an {@code index.md} has a list of its pages. */
    static Page of(Repository repository, Path source) {
        return new Page(
                source, Markdown.html(repository.isFile(source) ? repository.read(source) : list(repository, source)));
    }

    String title() {
        Element heading = content.selectFirst("h1");
        return heading == null ? source.toString() : heading.text();
    }

    /** From the site's root. */
    String url() {
        return url(source);
    }

    /** From this page to the site's root. */
    String toRoot() {
        return "../".repeat((int) url().chars().filter(c -> c == '/').count());
    }

    /** What is in {@code docs} is at the site's root; other files keep their paths. */
    static String url(Path source) {
        Path path = source.startsWith("docs") ? Path.of("docs").relativize(source) : source;
        return Repository.slashes(path).replaceFirst("\\.md$", ".html");
    }

    private static String list(Repository repository, Path source) {
        Path folder = source.resolveSibling("");
        String name = folder.getFileName().toString();
        return repository.pagesOf(folder).stream()
                .map(page -> "- [" + firstLine(repository, page) + "](" + page.getFileName() + ")")
                .collect(
                        joining("\n", "# " + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "\n\n", "\n"));
    }

    private static String firstLine(Repository repository, Path page) {
        return repository.read(page).lines().findFirst().orElseThrow().replaceFirst("^#+ ", "");
    }
}
