// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.compile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.NotVia;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What compiles, what doesn't, and how much javac has to say about it. */
@Tag("code")
@NotVia(because = "sends no rows")
class CompileCorpusTest {

    private static final List<Path> RIGHT = Corpus.right();
    private static final List<WrongProgram> WRONG = Corpus.wrong();

    @TempDir
    private static Path directory;

    @Test
    void corpusIsComplete() {
        assertThat(RIGHT).hasSizeGreaterThanOrEqualTo(120);
        assertThat(WRONG).hasSizeGreaterThanOrEqualTo(450);
        assertThat(WRONG).filteredOn(program -> program.errors().isEmpty()).isEmpty();
    }

    @Test
    void rightProgramsCompileWithoutAWarning() {
        assertThat(new UsersCompiler(directory).compile(RIGHT)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> wrongProgramsFailWhereTheySay() {
        UsersCompiler javac = new UsersCompiler(directory);
        Map<String, List<CompileError>> errors = javac.compile(files(WRONG)).stream()
                .flatMap(diagnostic -> error(diagnostic).stream())
                .sorted()
                .collect(groupingBy(CompileError::file, toList()));
        return WRONG.stream()
                .map(program -> dynamicTest(program.name(), () -> {
                    String output = javac.output(program.file());
                    assertThat(errors.getOrDefault(program.file().getFileName().toString(), List.of()))
                            .as(output)
                            .isEqualTo(program.errors());
                    assertThat(output.lines()).as(output).hasSizeBetween(1, program.mostLines());
                }));
    }

    @Test
    void newerJdkAgrees() {
        Optional<NewerJdk> newer = NewerJdk.newest();
        if (newer.isEmpty()) {
            String reason =
                    "compile corpus: no JDK newer than " + Runtime.version().feature() + " beside "
                            + System.getProperty("java.home") + " or in JAVA_HOME_*, JDK_HOME";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        NewerJdk jdk = newer.get();

        assertThat(jdk.compile(RIGHT, directory)).as("right programs on " + jdk).isEmpty();
        assertThat(NewerJdk.errors(jdk.compile(files(WRONG), directory)).sorted())
                .as("wrong programs on " + jdk)
                .containsExactlyElementsOf(WRONG.stream()
                        .flatMap(program -> program.errors().stream())
                        .sorted()
                        .toList());
    }

    private static List<Path> files(List<WrongProgram> programs) {
        return programs.stream().map(WrongProgram::file).toList();
    }

    private static Optional<CompileError> error(Diagnostic<? extends JavaFileObject> diagnostic) {
        // A note or the count at the end names no program.
        return Optional.ofNullable(diagnostic.getSource())
                .map(source -> new CompileError(
                        Path.of(source.getName()).getFileName().toString(),
                        diagnostic.getLineNumber(),
                        diagnostic.getCode()));
    }
}
