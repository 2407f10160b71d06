// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.watch;

import java.util.regex.Pattern;

/** The beginning of SQL, up to where values may be. */
public final class ShortSql {

    private static final int SHORT = 300;

    /** Where there are no bind values ({@code StatementType.STATIC_STATEMENT}), values are in VALUES or in quotes. */
    private static final Pattern VALUES = Pattern.compile("(?s)(?:'|\\(values\\b).*");

    /** By itself or in a {@code with}; {@code for update} is not meant. */
    private static final Pattern WRITES =
            Pattern.compile("^\\s*(?:insert|update|delete)\\b|\\(\\s*(?:insert\\s+into|update|delete\\s+from)\\b");

    static boolean writes(String sql) {
        return WRITES.matcher(sql).find();
    }

    public static String of(String sql) {
        String text = VALUES.matcher(sql).replaceFirst("");
        return text.length() == sql.length() && text.length() <= SHORT
                ? text
                : text.substring(0, Math.min(text.length(), SHORT)) + "…";
    }

    private ShortSql() {}
}
