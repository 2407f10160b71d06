// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The menu of every page: the home page's headings and lists of links. */
record Menu(Elements groups) {

    static Menu of(Page home) {
        Elements groups = home.content().select("h2:has(+ ul), h2 + ul").clone();
        groups.select("h2").removeAttr("id").tagName("p");
        return new Menu(groups);
    }

    /** The menu as a page has it. */
    Elements on(Page page) {
        Elements menu = groups.clone();
        for (Element link : menu.select("a[href]")) {
            if (link.attr("href").equals(page.url())) {
                link.attr("aria-current", "page");
            }
            link.attr("href", page.toRoot() + link.attr("href"));
        }
        return menu;
    }

    /** The link so many steps on from a page, if both are in the menu; the home page comes first. */
    Optional<Element> beside(Page page, int step) {
        Elements links = groups.select("a[href]").clone();
        links.add(0, new Element("a").attr("href", Page.url(Page.HOME)).text("The manual"));
        int there = links.eachAttr("href").indexOf(page.url());
        if (there < 0 || there + step < 0 || there + step >= links.size()) {
            return Optional.empty();
        }
        Element link = links.get(there + step);
        return Optional.of(link.attr("href", page.toRoot() + link.attr("href")));
    }
}
