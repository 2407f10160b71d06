// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.site;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What the search box searches: an entry for each section of each page. A script, as browsers don't read files. */
final class SearchIndex {

    private record Section(String page, String heading, String url, StringBuilder text) {

        String json() {
            return Stream.of(page, heading, url, text.toString().strip())
                    .map(SearchIndex::quoted)
                    .collect(joining(",", "[", "]"));
        }
    }

    private final List<Section> sections = new ArrayList<>();

    void add(Page page) {
        sections.add(new Section(page.title(), page.title(), page.url(), new StringBuilder()));
        for (Element block : page.content().children()) {
            if (block.is("h2[id], h3[id]")) {
                sections.add(
                        new Section(page.title(), block.text(), page.url() + "#" + block.id(), new StringBuilder()));
            } else if (!block.is("h1")) {
                sections.get(sections.size() - 1).text().append(block.text()).append(' ');
            }
        }
    }

    String script() {
        return sections.stream().map(Section::json).collect(joining(",\n", "const SECTIONS = [\n", "\n];\n"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
