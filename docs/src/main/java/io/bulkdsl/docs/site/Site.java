// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The manual's pages and those they link to, and the API's documentation, if it has been made. */
final class Site {

    private final Repository repository;
    private final Path apidocs;
    private final Map<Path, Page> pages = new LinkedHashMap<>();
    private final Set<Path> pictures = new LinkedHashSet<>();

    Site(Repository repository, Path apidocs) {
        this.repository = repository;
        this.apidocs = apidocs;
        read();
    }

    private void read() {
        Links links = new Links(repository);
        Deque<Path> waiting = new ArrayDeque<>(repository.manual());
        while (!waiting.isEmpty()) {
            Path source = waiting.remove();
            if (!pages.containsKey(source)) {
                Page page = Page.of(repository, source);
                pages.put(source, page);
                waiting.addAll(links.pages(page));
                pictures.addAll(links.pictures(page));
                links.rewrite(page);
            }
        }
    }

    void write(Path site) throws IOException {
        boolean api = Files.isDirectory(apidocs);
        Layout layout = new Layout(repository, Menu.of(requireNonNull(pages.get(Page.HOME))), api);
        SearchIndex index = new SearchIndex();
        Blocks blocks = new Blocks(repository);
        for (Page page : pages.values()) {
            index.add(page);
            blocks.finish(page.content());
            write(site.resolve(page.url()), layout.html(page));
        }
        Resources.copyTo(site.resolve("assets"));
        write(site.resolve("assets/sections.js"), index.script());
        for (Path picture : pictures) {
            copy(repository.root().resolve(picture), site.resolve(Page.url(picture)));
        }
        if (api) {
            copyFolder(apidocs, site.resolve("api"));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
