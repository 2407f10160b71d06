// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL in the two shapes in which it is compared and shown: without accidental whitespace, and with a line for each clause. */
final class SqlText {

    /** What must be left alone: a literal (with backslash escapes after an E), an identifier, a dollar-quoted text. */
    private static final Pattern QUOTED = Pattern.compile("""
            (?<![\\w$])[eE]'(?:[^'\\\\]|\\\\.|'')*+'\
            |'(?:[^']|'')*+'\
            |"(?:[^"]|"")*+"\
            |(?<![\\w$])\\$(?<tag>(?:[A-Za-z_]\\w*)?)\\$.*?\\$\\k<tag>\\$""", Pattern.DOTALL);

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern INSIDE_PARENTHESES = Pattern.compile("(?<=[(\\[]) | (?=[)\\]])");
    private static final Pattern AROUND_COMMA = Pattern.compile(" ?, ?");

    /** The clauses that start a line; the first alternatives keep keywords that follow another one on its line. */
    private static final Pattern CLAUSE = Pattern.compile("""
            \\b(?:is (?:not )?distinct from|do update set|for (?:no key )?update|with ordinality|with (?:no )?data)\\b\
            | ?\\b(with|select|insert into|update|delete from|merge into|set|values|from|using|where|group by\
            |having|order by|on conflict|when matched|when not matched|returning|union all|union)\\b""", Pattern.CASE_INSENSITIVE);

    private SqlText() {}

    /** The same text for all SQL that differs in whitespace outside of quotes alone. */
    static String normalized(String sql) {
        StringBuilder normalized = new StringBuilder();
        Matcher quoted = QUOTED.matcher(sql);
        int start = 0;
        while (quoted.find()) {
            normalized.append(plain(sql.substring(start, quoted.start()))).append(quoted.group());
            start = quoted.end();
        }
        return normalized.append(plain(sql.substring(start))).toString().strip();
    }

    /** Normalized SQL with each clause on a line of its own. */
    static String inLines(String normalized) {
        StringBuilder lines = new StringBuilder();
        Matcher quoted = QUOTED.matcher(normalized);
        int start = 0;
        while (quoted.find()) {
            lines.append(clauses(normalized.substring(start, quoted.start()))).append(quoted.group());
            start = quoted.end();
        }
        return lines.append(clauses(normalized.substring(start))).toString().strip();
    }

    private static String plain(String sql) {
        String single = SPACE.matcher(sql).replaceAll(" ");
        String parentheses = INSIDE_PARENTHESES.matcher(single).replaceAll("");
        return AROUND_COMMA.matcher(parentheses).replaceAll(", ");
    }

    private static String clauses(String sql) {
        return CLAUSE.matcher(sql).replaceAll(match -> {
            String clause = match.group(1);
            return Matcher.quoteReplacement(clause == null ? match.group() : "\n" + clause);
        });
    }
}
