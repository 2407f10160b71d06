// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's own site. */
class SiteTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("..").toAbsolutePath().normalize(), "https://github.com/bulk-dsl/bulk-dsl");

    @TempDir
    static Path site;

    static LinkCheck check;

    @BeforeAll
    static void make() throws IOException {
        new Site(REPOSITORY, site.resolve("none")).write(site);
        check = new LinkCheck(site);
    }

    @Test
    void eachLinkLeadsSomewhere() {
        assertThat(check.broken()).isEmpty();
    }

    @Test
    void eachPageIsReachedByLinks() {
        assertThat(check.unreachable()).isEmpty();
    }

    /** Decisions and their like are reached from the pages that speak of them. */
    @Test
    void eachPageOfTheManualIsInTheMenu() {
        List<String> menu =
                check.pages().get(site.resolve("index.html")).select("#menu a").eachAttr("href");

        assertThat(REPOSITORY.manual())
                .filteredOn(page -> !page.startsWith("docs/decisions"))
                .filteredOn(page -> !Set.of("index.md", "seed-cases.md")
                        .contains(page.getFileName().toString()))
                .extracting(Page::url)
                .filteredOn(page -> !menu.contains(page))
                .isEmpty();
    }

    @Test
    void eachPageHasOneTitle() {
        assertThat(check.pages()).allSatisfy((page, html) -> {
            assertThat(html.select("h1")).hasSize(1);
            assertThat(html.title()).contains("bulk-dsl");
        });
    }

    @Test
    void noCommentIsLeft() {
        assertThat(check.pages()).allSatisfy((page, html) -> assertThat(html.nodeStream(Comment.class))
                .isEmpty());
    }

    @Test
    void whatIsFoundIsThere() throws IOException {
        List<String> found = Pattern.compile("^\\[\"[^\"]*\",\"[^\"]*\",\"([^\"]*)\"", Pattern.MULTILINE)
                .matcher(Files.readString(site.resolve("assets/sections.js")))
                .results()
                .map(section -> section.group(1))
                .toList();

        assertThat(found).contains("semantics.html#set-functions").allSatisfy(url -> {
            String[] parts = url.split("#");
            var html = check.pages().get(site.resolve(parts[0]));
            assertThat(html).isNotNull();
            assertThat(parts.length == 1 || html.getElementById(parts[1]) != null)
                    .isTrue();
        });
    }
}
