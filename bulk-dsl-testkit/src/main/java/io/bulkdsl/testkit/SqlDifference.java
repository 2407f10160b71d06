// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.List;

/** Two SQL texts, a line for each clause, with the first line that differs marked. */
final class SqlDifference {

    private static final String MARK = "  > ";
    private static final String NO_MARK = "    ";

    private SqlDifference() {}

    static String describe(String expected, String actual) {
        List<String> expectedLines = expected.lines().toList();
        List<String> actualLines = actual.lines().toList();
        int first = firstDifference(expectedLines, actualLines);
        return "the SQL differs from line " + (first + 1) + " on:\n  expected:\n" + marked(expectedLines, first)
                + "  but was:\n" + marked(actualLines, first);
    }

    private static int firstDifference(List<String> expected, List<String> actual) {
        int shared = Math.min(expected.size(), actual.size());
        for (int i = 0; i < shared; i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return i;
            }
        }
        return shared;
    }

    private static String marked(List<String> lines, int first) {
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            marked.append(i == first ? MARK : NO_MARK).append(lines.get(i)).append('\n');
        }
        if (first >= lines.size()) {
            marked.append(MARK).append("(nothing more)\n");
        }
        return marked.toString();
    }
}
