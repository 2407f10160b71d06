// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lines of COPY's text format: {@code 17\tisbn-1\t\N}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL: COPY, "Text Format"</a>
 */
record CopyLine(List<? extends CarriedColumn<?>> columns, boolean ordinal) {

    private static final String NULL = "\\N";

    void append(StringBuilder lines, IncomingRow<?> row) {
        String separator = "";
        if (ordinal) {
            lines.append(row.number());
            separator = "\t";
        }
        for (int i = 0; i < columns.size(); i++) {
            lines.append(separator);
            append(lines, columns.get(i).form().orNull(row.values().get(i)));
            separator = "\t";
        }
        lines.append('\n');
    }

    private static void append(StringBuilder lines, @Nullable String text) {
        if (text == null) {
            lines.append(NULL);
        } else {
            int plain = 0;
            for (int i = 0; i < text.length(); i++) {
                char escaped = escaped(text.charAt(i));
                if (escaped != 0) {
                    lines.append(text, plain, i).append('\\').append(escaped);
                    plain = i + 1;
                }
            }
            lines.append(text, plain, text.length());
        }
    }

    /** What stands after the backslash; 0 for what needs none. */
    private static char escaped(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }
}
