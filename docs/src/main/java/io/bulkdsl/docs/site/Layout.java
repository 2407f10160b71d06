// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Fills the template: what is the same on all pages, around what a page shows. */
final class Layout {

    private final String template = Resources.text("page.html");
    private final Repository repository;
    private final Menu menu;
    private final boolean api;

    Layout(Repository repository, Menu menu, boolean api) {
        this.repository = repository;
        this.menu = menu;
        this.api = api;
    }

    String html(Page page) {
        Document html = Jsoup.parse(template);
        html.outputSettings().prettyPrint(false);
        if (!api) {
            html.expectFirst("#api").remove();
        }
        html.expectFirst("html").attr("data-root", page.toRoot());
        html.select("[href^=assets], [href$=.html]")
                .forEach(link -> link.attr("href", page.toRoot() + link.attr("href")));
        html.select("[src^=assets]").forEach(script -> script.attr("src", page.toRoot() + script.attr("src")));

        boolean home = page.source().equals(Page.HOME);
        html.body().toggleClass(home ? "home" : "inner");
        html.title(home ? page.title() : page.title() + " – bulk-dsl");
        Element summary = page.content().selectFirst("p");
        html.expectFirst("meta[name=description]").attr("content", summary == null ? page.title() : summary.text());

        html.expectFirst("#menu nav").appendChildren(menu.on(page));
        contents(html.expectFirst("#contents"), page.content().select("h2[id]"));
        html.expectFirst("main").prependChildren(page.content().clone().childNodes());
        Element beside = html.expectFirst("#beside");
        menu.beside(page, -1).ifPresent(link -> beside.appendChild(link.attr("rel", "prev")));
        menu.beside(page, 1).ifPresent(link -> beside.appendChild(link.attr("rel", "next")));
        html.expectFirst("#source").attr("href", repository.url());
        Element edit = html.expectFirst("#edit");
        if (repository.isFile(page.source())) {
            edit.attr("href", repository.edit(page.source()));
        } else {
            edit.remove();
        }
        return html.outerHtml();
    }

    private static void contents(Element contents, Elements headings) {
        if (headings.size() < 2) {
            contents.remove();
            return;
        }
        for (Element heading : headings) {
            contents.expectFirst("ul")
                    .appendElement("li")
                    .appendElement("a")
                    .attr("href", "#" + heading.id())
                    .text(heading.text());
        }
    }
}
