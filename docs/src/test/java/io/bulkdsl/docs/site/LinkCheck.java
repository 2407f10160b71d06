// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The pages of a site, without the API's, and where their links lead. */
final class LinkCheck {

    private final Path site;
    private final Map<Path, Document> pages = new TreeMap<>();

    LinkCheck(Path site) {
        this.site = site;
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(LinkCheck::isPage).toList()) {
                if (!file.startsWith(site.resolve("api"))) {
                    pages.put(file, Jsoup.parse(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<Path, Document> pages() {
        return pages;
    }

    /** What each link to nothing is, and the pages that have it. */
    List<String> broken() {
        Map<String, List<String>> broken = new TreeMap<>();
        pages.forEach((page, html) -> links(html).stream()
                .filter(link -> !leads(page, link))
                .forEach(link -> {
                    String target = isOutside(link) ? link : nameOf(resolve(page, link)) + fragment(link);
                    broken.computeIfAbsent(target, t -> new ArrayList<>()).add(nameOf(page));
                }));
        return broken.entrySet().stream()
                .map(link -> link.getKey() + " isn't there, linked in " + firstOf(link.getValue()))
                .toList();
    }

    /** The pages that no links lead to from the first one. */
    Set<String> unreachable() {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> waiting = new ArrayDeque<>(List.of(site.resolve("index.html")));
        while (!waiting.isEmpty()) {
            Path page = waiting.remove();
            if (pages.containsKey(page) && reached.add(page)) {
                links(pages.get(page)).stream()
                        .filter(link -> !isOutside(link))
                        .forEach(link -> waiting.add(resolve(page, link)));
            }
        }
        return pages.keySet().stream()
                .filter(page -> !reached.contains(page))
                .map(this::nameOf)
                .collect(toCollection(TreeSet::new));
    }

    /** A page's name from the site's root. */
    String nameOf(Path file) {
        return site.relativize(file).toString().replace('\\', '/');
    }

    private boolean leads(Path page, String link) {
        if (isOutside(link)) {
            return link.matches("https://[\\w.-]+(/\\S*)?");
        }
        Path target = resolve(page, link);
        String anchor = URI.create(link).getFragment();
        return Files.isRegularFile(target)
                && (anchor == null
                        || pages.containsKey(target) && pages.get(target).getElementById(anchor) != null);
    }

    private static List<String> links(Document html) {
        return html.select("[href], [src]").stream().map(LinkCheck::link).toList();
    }

    private static String link(Element element) {
        return element.hasAttr("href") ? element.attr("href") : element.attr("src");
    }

    private static boolean isOutside(String link) {
        return URI.create(link).isAbsolute();
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".html");
    }

    private static Path resolve(Path page, String link) {
        String path = URI.create(link).getPath();
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    private static String fragment(String link) {
        return link.contains("#") ? link.substring(link.indexOf('#')) : "";
    }

    private static String firstOf(List<String> pages) {
        String first = pages.contains("index.html") ? "index.html" : pages.get(0);
        return first + (pages.size() > 1 ? " and " + (pages.size() - 1) + " more" : "");
    }
}
