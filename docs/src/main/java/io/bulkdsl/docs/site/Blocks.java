// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;

/** What code, tables and headings need beyond what Markdown says. */
final class Blocks {

    private static final Pattern FROM = Pattern.compile("\\s*from: (\\S+)\\s*");

    private final Repository repository;

    Blocks(Repository repository) {
        this.repository = repository;
    }

    void finish(Element content) {
        content.nodeStream(Comment.class).toList().forEach(this::caption);
        content.select("code.language-sql").removeClass("language-sql").addClass("language-pgsql");
        content.select("thead").removeIf(head -> !head.hasText());
        content.select("th").stream().filter(head -> !head.hasText()).forEach(head -> head.tagName("td"));
        content.select("table").wrap("<div class=\"scroll\" tabindex=\"0\"></div>");
        content.select("pre").attr("tabindex", "0");
        for (Element heading : content.select("h2[id], h3[id]")) {
            heading.appendElement("a")
                    .addClass("anchor")
                    .attr("href", "#" + heading.id())
                    .attr("aria-label", "Link to: " + heading.text());
        }
    }

    /** {@code <!-- from: file -->} above a block: where its lines are from. */
    private void caption(Comment comment) {
        Matcher from = FROM.matcher(comment.getData());
        Element block = comment.nextElementSibling();
        if (from.matches() && block != null && block.is("pre")) {
            Path file = Path.of(from.group(1));
            Element figure = new Element("figure");
            block.replaceWith(figure);
            figure.appendChild(block)
                    .appendElement("figcaption")
                    .text("from ")
                    .appendElement("a")
                    .attr("href", repository.view(file))
                    .attr("title", from.group(1))
                    .text(file.getFileName().toString());
        }
        comment.remove();
    }
}
