// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A block of a page below {@code <!-- from: file -->}. */
public record Snippet(String file, String language, String text) {

    private static final Pattern SNIPPET =
            Pattern.compile("^<!-- from: (\\S+) -->\\n```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** A file of the project that following the page makes. */
    private static final Pattern WHOLE = Pattern.compile("^<!-- file: \\S+ -->\\n(```)", Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile("^[ >]*(```|~~~) *(java|kotlin|sql)\\b.*", Pattern.MULTILINE);

    static List<Snippet> of(String page) {
        return SNIPPET.matcher(page)
                .results()
                .map(found -> new Snippet(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    /** The lines of a page where code begins that doesn't say where it is from. */
    static List<Long> without(String page) {
        List<Integer> with = Stream.concat(
                        SNIPPET.matcher(page).results().map(found -> found.start(2) - 3),
                        WHOLE.matcher(page).results().map(found -> found.start(1)))
                .toList();
        return CODE.matcher(page)
                .results()
                .filter(code -> !with.contains(code.start(1)))
                .map(code -> page.substring(0, code.start()).lines().count() + 1)
                .toList();
    }

    /** Indentation doesn't count; SQL may leave quotes, the schema and spaces out. */
    public boolean isIn(String source) {
        return language.equals("sql")
                ? bare(source).contains(bare(text))
                : lines(source).contains(lines(text));
    }

    String firstLine() {
        return text.lines().findFirst().orElse("").strip();
    }

    private static String lines(String text) {
        return text.lines().map(String::strip).collect(joining("\n", "\n", "\n"));
    }

    private static String bare(String sql) {
        return sql.replace("\"", "").replaceAll("public\\.|\\s", "");
    }
}
