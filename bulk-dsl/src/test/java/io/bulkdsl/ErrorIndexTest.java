// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * docs/errors.md has every message of the library, and no others. A message is made of literals of several words and of what
 * varies between them, for which the docs have {@code …}.
 */
@Tag("code")
@NotVia(because = "sends no rows")
class ErrorIndexTest {

    private static final Path DOCS = Path.of("../docs/errors.md");

    /** Shorter ones join others: "is", "and the", "rows of". */
    private static final int SHORTEST = 12;

    /** Comments and characters are told from literals, as they may contain quotes. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\])*)\"");

    /** Literals of several words that nobody gets to read: SQL and regular expressions. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "\\{\\d}|pg_|\\\\[\\[p]|^(select|overriding|not c\\.| on conflict do nothing|repeatable read$)");

    private static final Pattern FORMAT = Pattern.compile("%,?[ds]|\n");

    /** What is between clauses in the docs: there one literal may follow upon another. */
    private static final Pattern CLAUSE = Pattern.compile("…|[;:,.] | after ");

    private static final Pattern MARGINS = Pattern.compile("^[\\s:;,.(]+|[\\s:;,.(]+$");

    /** The first cell of a line of a table, where it is quoted. */
    private static final Pattern IN_DOCS = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void hasAllMessages() throws IOException {
        String docs = plain(Files.readString(DOCS));
        List<String> pieces = pieces(literals(), FORMAT);
        assertThat(pieces).hasSizeGreaterThan(100);
        assertThat(pieces).filteredOn(piece -> !docs.contains(piece)).isEmpty();
    }

    @Test
    void hasNoOthers() throws IOException {
        String sources = plain(String.join("\n", literals()));
        List<String> messages = IN_DOCS.matcher(Files.readString(DOCS))
                .results()
                .map(message -> message.group(1))
                .toList();
        List<String> pieces = pieces(messages, CLAUSE);
        assertThat(pieces).hasSizeGreaterThan(100);
        assertThat(pieces).filteredOn(piece -> !sources.contains(piece)).isEmpty();
    }

    /** What the test reads must be what it means to read. */
    @Test
    void literalsAreTakenFromCodeAlone() {
        String code = """
                /** "not this one" */ char quote = '"'; // nor "this one"
                throw new X("a \\"quoted\\" word" + table + " and more of it"); String sql = "select 1 from {0}";
                """;
        assertThat(literals(code)).containsExactly("a \"quoted\" word", " and more of it");
    }

    private static List<String> literals() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.addAll(literals(Files.readString(file)));
            }
        }
        return all;
    }

    private static List<String> literals(String code) {
        return TOKEN.matcher(code)
                .results()
                .map(ErrorIndexTest::literal)
                .filter(Objects::nonNull)
                .map(String::translateEscapes)
                .filter(text ->
                        text.strip().contains(" ") && !NO_WORDS.matcher(text).find())
                .toList();
    }

    private static String literal(MatchResult token) {
        return token.group(1) == null ? token.group(2) : token.group(1).stripIndent();
    }

    private static List<String> pieces(List<String> messages, Pattern between) {
        return messages.stream()
                .flatMap(between::splitAsStream)
                .map(piece -> MARGINS.matcher(plain(piece)).replaceAll(""))
                .filter(piece -> piece.length() >= SHORTEST && piece.contains(" "))
                .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("[`|]", "").replaceAll("\\s+", " ");
    }
}
