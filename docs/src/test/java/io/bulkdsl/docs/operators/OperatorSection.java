// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.operators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section of docs/operators.md about one operator.
 *
 * @param operator its name, {@code eq}
 * @param condition what it renders, as the page says
 * @param rows the table's
 */
record OperatorSection(String operator, String condition, List<Row> rows) {

    private static final Path PAGE = Path.of("..", "docs", "operators.md");

    private static final Pattern HEADING = Pattern.compile("^## `(\\w+)\\(.*");

    private static final Pattern CONDITION = Pattern.compile("^Renders `([^`]+)`", Pattern.MULTILINE);

    private static final Pattern TABLE =
            Pattern.compile("^\\| column \\| incoming \\| matches \\|\\n.*\\n((?:\\|.*\\n)+)", Pattern.MULTILINE);

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\| (yes|no|refused) \\|");

    /** What is in the column, in SQL; what comes, in Java; and yes, no or refused. */
    record Row(String column, String incoming, String matches) {

        static Row of(String line) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                throw new AssertionError("not a row of docs/operators.md that can be tried: " + line);
            }
            return new Row(row.group(1), row.group(2), row.group(3));
        }
    }

    static List<OperatorSection> all() {
        List<OperatorSection> sections = new ArrayList<>();
        for (String section : text().split("\\n(?=## )")) {
            Matcher heading = HEADING.matcher(section.lines().findFirst().orElse(""));
            if (heading.matches()) {
                String rows = only(TABLE, section);
                sections.add(new OperatorSection(
                        heading.group(1),
                        only(CONDITION, section),
                        rows.lines().map(Row::of).toList()));
            }
        }
        return sections;
    }

    private static String only(Pattern pattern, String section) {
        Matcher matcher = pattern.matcher(section + "\n");
        if (!matcher.find()) {
            throw new AssertionError("nothing like " + pattern + " in " + section);
        }
        return matcher.group(1);
    }

    private static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
