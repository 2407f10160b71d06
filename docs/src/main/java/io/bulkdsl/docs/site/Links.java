// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Links between files. To a page's Markdown they lead to the page, to a picture into the site, to anything else in the
 * repository to where the web shows it. Those to nothing stay as they are: the check of links tells.
 */
final class Links {

    private final Repository repository;

    Links(Repository repository) {
        this.repository = repository;
    }

    /** The sources of the pages that a page links to. */
    List<Path> pages(Page page) {
        return page.content().select("a[href]").stream()
                .map(link -> target(page, link.attr("href")).flatMap(this::page))
                .flatMap(Optional::stream)
                .toList();
    }

    List<Path> pictures(Page page) {
        return page.content().select("img[src]").stream()
                .map(picture -> target(page, picture.attr("src")))
                .flatMap(Optional::stream)
                .filter(repository::isFile)
                .toList();
    }

    void rewrite(Page page) {
        for (Element link : page.content().select("a[href]")) {
            String written = link.attr("href");
            target(page, written)
                    .flatMap(path -> url(page, path))
                    .ifPresent(url -> link.attr("href", url + fragment(written)));
        }
        for (Element picture : page.content().select("img[src]")) {
            target(page, picture.attr("src"))
                    .filter(repository::isFile)
                    .ifPresent(path -> picture.attr("src", page.toRoot() + Page.url(path)));
        }
    }

    private Optional<String> url(Page page, Path target) {
        return page(target).map(source -> page.toRoot() + Page.url(source)).or(() -> Stream.of(target)
                .filter(path -> repository.isFile(path) || repository.isFolder(path))
                .map(repository::view)
                .findFirst());
    }

    /** The page's source that shows a file or a folder: of folders those of the manual with pages in them have one. */
    private Optional<Path> page(Path target) {
        if (target.startsWith("docs")
                && repository.isFolder(target)
                && !repository.pagesOf(target).isEmpty()) {
            return Optional.of(target.resolve("index.md"));
        }
        return Optional.of(target).filter(Repository::isMarkdown).filter(repository::isFile);
    }

    /** What a link means, if it is within the repository and not within the page. */
    private static Optional<Path> target(Page page, String link) {
        URI uri = URI.create(link);
        if (uri.isAbsolute() || uri.getPath().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(page.source().resolveSibling(uri.getPath()).normalize());
    }

    private static String fragment(String link) {
        int start = link.indexOf('#');
        return start < 0 ? "" : link.substring(start);
    }
}
