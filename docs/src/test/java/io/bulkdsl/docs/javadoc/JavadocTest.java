// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.docs.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What users can name has a comment, which says what it must. (Links and HTML javadoc itself checks.) */
class JavadocTest {

    private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+");

    private static final Pattern FUNCTION = Pattern.compile("io\\.bulkdsl\\.(Equality|Functions|Operators)\\.\\w+");

    /** Of the column as it was, or of the row's value. */
    private static final Pattern SQL = Pattern.compile("\\{@code [^}]*\\b[cv]\\b[^}]*}");

    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- from: (\\S+) -->\\s*<pre>\\{@code\n(.*?)\n\\s*}</pre>", Pattern.DOTALL);

    private static final Pattern SQL_STATEMENT = Pattern.compile("^\\s*(delete|insert|select|update|where|with)\\b");

    private static final Pattern ANOTHER_MODULE =
            Pattern.compile("^io\\.bulkdsl\\.(micrometer|progressbar|testkit)\\b");

    private final List<Documented> all = PublicSources.in(
            Path.of("../bulk-dsl/src/main/java"),
            Path.of("../bulk-dsl-testkit/src/main/java"),
            Path.of("../bulk-dsl-progressbar/src/main/java"),
            Path.of("../bulk-dsl-micrometer/src/main/java"));

    JavadocTest() throws IOException {}

    /** The test must read what it means to read. */
    @Test
    void sourcesAreRead() {
        assertThat(all)
                .hasSizeGreaterThan(500)
                .extracting(Documented::name)
                .contains("io.bulkdsl.package-info", "io.bulkdsl.BulkUpdate.SetStep.set", "io.bulkdsl.Totals.NONE")
                .contains("io.bulkdsl.contract.Status.STALE", "io.bulkdsl.contract.KeyOperator.match")
                .contains("io.bulkdsl.testkit.TestDatabase.create", "io.bulkdsl.micrometer.BulkMeters")
                .noneMatch(name -> name.contains("internal"));
    }

    @Test
    void everythingIsExplained() {
        assertThat(all)
                .filteredOn(one -> !one.isOverride() && !one.isExplained())
                .isEmpty();
    }

    @Test
    void typesSaySinceWhen() {
        assertThat(all).filteredOn(Documented::isType).allSatisfy(type -> assertThat(type.since())
                .singleElement()
                .satisfies(since -> assertThat(since).matches(RELEASE)));
    }

    @Test
    void componentsOfRecordsAreExplained() {
        List<Documented> records =
                all.stream().filter(one -> !one.components().isEmpty()).toList();
        assertThat(records).hasSizeGreaterThan(5).allSatisfy(one -> assertThat(one.params())
                .containsAll(one.components()));
    }

    @Test
    void functionsAndOperatorsShowTheirSql() {
        List<Documented> functions = all.stream()
                .filter(one -> FUNCTION.matcher(one.name()).matches())
                .toList();
        assertThat(functions).hasSizeGreaterThan(25).allSatisfy(function -> assertThat(function.text())
                .containsPattern(SQL));
    }

    /** A block below {@code <!-- from: file -->} is lines of that file; SQL may leave quotes, the schema and spaces out. */
    @Test
    void examplesAreCodeThatRuns() throws IOException {
        List<MatchResult> examples = all.stream()
                .flatMap(one -> EXAMPLE.matcher(one.text()).results())
                .toList();
        assertThat(examples).hasSizeGreaterThan(20);
        for (MatchResult example : examples) {
            String file = Files.readString(Path.of("..").resolve(example.group(1)));
            String text = example.group(2);
            String language = SQL_STATEMENT.matcher(text).find() ? "sql" : "java";
            assertThat(new Snippet(example.group(1), language, text).isIn(file))
                    .as(text)
                    .isTrue();
        }
    }

    @Test
    void theLibraryShowsNoOthers() {
        assertThat(all)
                .filteredOn(one -> !ANOTHER_MODULE.matcher(one.name()).find())
                .filteredOn(one -> one.text().split("<pre>\\{@code", -1).length - 1
                        != EXAMPLE.matcher(one.text()).results().count())
                .isEmpty();
    }
}
