// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a page's Markdown, in a repository of a few files. */
class PageOfSiteTest {

    @TempDir
    Path root;

    @BeforeEach
    void home() throws IOException {
        file("docs/index.md", """
                # Home

                ## Start

                - [One](one.md)
                - [Two](sub/two.md)

                ## About

                - [Changes](../CHANGELOG.md)
                """);
        file("docs/one.md", "# One\n");
        file("docs/sub/two.md", "# Two\n");
        file("CHANGELOG.md", "# Changes\n");
    }

    @Test
    void linksLeadToPagesOrToWhereTheWebShowsTheFile() throws IOException {
        file("src/it/Shop.java", "");
        file("docs/one.md", """
                # One

                [a](sub/two.md#here) [b](../CHANGELOG.md) [c](../src/it/Shop.java) [d](../src/it)
                [e](https://example.com/x.md) [f](#one)
                """);

        assertThat(make("one.html").select("main a").eachAttr("href"))
                .containsExactly(
                        "sub/two.html#here",
                        "CHANGELOG.html",
                        "https://example.org/shop/blob/main/src/it/Shop.java",
                        "https://example.org/shop/tree/main/src/it",
                        "https://example.com/x.md",
                        "#one");
    }

    @Test
    void aPageOutsideTheManualIsThereOnceItIsLinkedTo() throws IOException {
        file("kit/README.md", "# Kit\n");
        make("one.html");
        assertThat(root.resolve("site/kit/README.html")).doesNotExist();

        file("docs/one.md", "# One\n\n[kit](../kit/README.md)\n");
        assertThat(make("kit/README.html").select("h1").text()).isEqualTo("Kit");
    }

    @Test
    void aFolderOfPagesIsAListOfThem() throws IOException {
        file("docs/decisions/0002-b.md", "# 0002: Then\n");
        file("docs/decisions/0001-a.md", "# 0001: First\n");
        file("docs/one.md", "# One\n\n[decisions](decisions/)\n");

        assertThat(make("one.html").select("main a").eachAttr("href")).containsExactly("decisions/index.html");
        Document list = make("decisions/index.html");
        assertThat(list.select("h1").text()).isEqualTo("Decisions");
        assertThat(list.select("main a").eachText()).containsExactly("0001: First", "0002: Then");
        assertThat(list.select("main a").eachAttr("href"))
                .containsExactly("../decisions/0001-a.html", "../decisions/0002-b.html");
    }

    @Test
    void aBlockSaysWhereItsLinesAreFrom() throws IOException {
        file("src/Shop.java", "int a;");
        file("docs/one.md", "# One\n\n<!-- from: src/Shop.java -->\n```java\nint a;\n```\n\n<!-- a note -->\n");

        Document page = make("one.html");
        Element figure = page.expectFirst("figure");
        assertThat(figure.select("pre code.language-java").text()).isEqualTo("int a;");
        assertThat(figure.select("figcaption").text()).isEqualTo("from Shop.java");
        assertThat(figure.select("figcaption a").attr("href"))
                .isEqualTo("https://example.org/shop/blob/main/src/Shop.java");
        assertThat(page.html()).doesNotContain("<!--");
    }

    @Test
    void anchorsAreGitHubs() throws IOException {
        file("docs/one.md", "# One\n\n## `pdnf`, in numbers\n\n## What doesn't change\n\n## Again\n\n## Again\n");

        Document page = make("one.html");
        assertThat(page.select("main h2").eachAttr("id"))
                .containsExactly("pdnf-in-numbers", "what-doesnt-change", "again", "again-1");
        assertThat(page.select("#contents a").eachText())
                .containsExactly("pdnf, in numbers", "What doesn't change", "Again", "Again");
    }

    @Test
    void picturesComeAlong() throws IOException {
        file("docs/charts/bars.svg", "<svg/>");
        file("docs/sub/two.md", "# Two\n\n![Bars](../charts/bars.svg)\n");

        assertThat(make("sub/two.html").select("main img").attr("src")).isEqualTo("../charts/bars.svg");
        assertThat(root.resolve("site/charts/bars.svg")).hasContent("<svg/>");
    }

    @Test
    void theMenuIsTheHomePages() throws IOException {
        Document page = make("sub/two.html");

        assertThat(page.select("#menu p").eachText()).containsExactly("Start", "About");
        assertThat(page.select("#menu a").eachAttr("href"))
                .containsExactly("../one.html", "../sub/two.html", "../CHANGELOG.html");
        assertThat(page.select("#menu [aria-current=page]").eachText()).containsExactly("Two");
        assertThat(page.select("[rel=prev]").eachAttr("href")).containsExactly("../one.html");
        assertThat(page.select("[rel=next]").eachAttr("href")).containsExactly("../CHANGELOG.html");
        assertThat(page.select("#edit").attr("href")).isEqualTo("https://example.org/shop/edit/main/docs/sub/two.md");
        assertThat(make("index.html").select("[rel]:not([rel=stylesheet])").eachText())
                .containsExactly("One");
    }

    @Test
    void theApiIsLinkedToIfItHasBeenMade() throws IOException {
        assertThat(make("one.html").select("#api")).isEmpty();

        file("apidocs/index.html", "<p>API");
        assertThat(make("sub/two.html").select("#api").attr("href")).isEqualTo("../api/index.html");
        assertThat(root.resolve("site/api/index.html")).hasContent("<p>API");
    }

    @Test
    void theCheckNamesLinksToNothing() throws IOException {
        file(
                "docs/one.md",
                "# One\n\n[a](three.md) [b](sub/two.md#nowhere) [c](http://example.com) [d](../src/No.java)\n");
        file("docs/alone.md", "# Alone\n");
        make("one.html");

        LinkCheck check = new LinkCheck(root.resolve("site"));
        assertThat(check.broken())
                .containsExactlyInAnyOrder(
                        "three.md isn't there, linked in one.html",
                        "sub/two.html#nowhere isn't there, linked in one.html",
                        "http://example.com isn't there, linked in one.html",
                        "../src/No.java isn't there, linked in one.html");
        assertThat(check.unreachable()).isEqualTo(Set.of("alone.html"));
    }

    private Document make(String page) throws IOException {
        Path site = root.resolve("site");
        new Site(new Repository(root, "https://example.org/shop"), root.resolve("apidocs")).write(site);
        return Jsoup.parse(site.resolve(page));
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
