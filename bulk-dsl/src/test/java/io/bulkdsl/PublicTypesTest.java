// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.bulkdsl.contract.Experimental;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What users can name. A new line here is a promise to keep. */
@Tag("code")
@NotVia(because = "sends no rows")
class PublicTypesTest {

    private static final List<String> PUBLIC = List.of(
            "io.bulkdsl.BatchedStatement",
            "io.bulkdsl.BulkDSL",
            "io.bulkdsl.BulkDelete",
            "io.bulkdsl.BulkDelete$KeyStep",
            "io.bulkdsl.BulkDeleteOfRecords",
            "io.bulkdsl.BulkDeleteOfRecords$KeyStep",
            "io.bulkdsl.BulkInsert",
            "io.bulkdsl.BulkInsert$SetStep",
            "io.bulkdsl.BulkInsertOfRecords",
            "io.bulkdsl.BulkInsertOfRecords$SetStep",
            "io.bulkdsl.BulkStatement",
            "io.bulkdsl.BulkSync",
            "io.bulkdsl.BulkSync$MissingStep",
            "io.bulkdsl.BulkSync$ScopeStep",
            "io.bulkdsl.BulkUpdate",
            "io.bulkdsl.BulkUpdate$KeyStep",
            "io.bulkdsl.BulkUpdate$SetStep",
            "io.bulkdsl.BulkUpdateOfRecords",
            "io.bulkdsl.BulkUpdateOfRecords$KeyStep",
            "io.bulkdsl.BulkUpdateOfRecords$SetStep",
            "io.bulkdsl.BulkUpsert",
            "io.bulkdsl.BulkUpsert$KeyStep",
            "io.bulkdsl.BulkUpsert$SetStep",
            "io.bulkdsl.BulkUpsertOfRecords",
            "io.bulkdsl.BulkUpsertOfRecords$KeyStep",
            "io.bulkdsl.BulkUpsertOfRecords$SetStep",
            "io.bulkdsl.ColumnOrFunctionDoesNotFit",
            "io.bulkdsl.DefinitionStep",
            "io.bulkdsl.Equality",
            "io.bulkdsl.FromOrDefaultStep",
            "io.bulkdsl.FromStep",
            "io.bulkdsl.Functions",
            "io.bulkdsl.GetOrCreate",
            "io.bulkdsl.GetOrCreate$KeyStep",
            "io.bulkdsl.GetOrCreateOfRecords",
            "io.bulkdsl.GetOrCreateOfRecords$KeyStep",
            "io.bulkdsl.JobTable",
            "io.bulkdsl.NotAColumnOfThisTable",
            "io.bulkdsl.Operators",
            "io.bulkdsl.Outcome",
            "io.bulkdsl.Outcomes",
            "io.bulkdsl.ParallelStatement",
            "io.bulkdsl.Pdnf",
            "io.bulkdsl.Pdnf$KeyStep",
            "io.bulkdsl.Returned",
            "io.bulkdsl.Returning",
            "io.bulkdsl.RowsStep",
            "io.bulkdsl.SyncStatement",
            "io.bulkdsl.Totals",
            "io.bulkdsl.contract.BatchFailedException",
            "io.bulkdsl.contract.Bounds",
            "io.bulkdsl.contract.BulkCall",
            "io.bulkdsl.contract.BulkCall$Extent",
            "io.bulkdsl.contract.BulkException",
            "io.bulkdsl.contract.BulkListener",
            "io.bulkdsl.contract.BulkListener$Watch",
            "io.bulkdsl.contract.BulkResult",
            "io.bulkdsl.contract.CancelledException",
            "io.bulkdsl.contract.ColumnFunction",
            "io.bulkdsl.contract.Computed",
            "io.bulkdsl.contract.Duplicates",
            "io.bulkdsl.contract.Eq",
            "io.bulkdsl.contract.EqualityOperator",
            "io.bulkdsl.contract.Experimental",
            "io.bulkdsl.contract.Failure",
            "io.bulkdsl.contract.InvalidRowException",
            "io.bulkdsl.contract.KeyOperator",
            "io.bulkdsl.contract.PortionsFailedException",
            "io.bulkdsl.contract.Progress",
            "io.bulkdsl.contract.Rejected",
            "io.bulkdsl.contract.RowSource",
            "io.bulkdsl.contract.ServerError",
            "io.bulkdsl.contract.SetFunction",
            "io.bulkdsl.contract.Status",
            "io.bulkdsl.contract.SyncRefusedException",
            "io.bulkdsl.contract.UncertainCommitException",
            "io.bulkdsl.contract.UpsertFunction");

    /** Of these what may change in a minor release; docs/versioning.md says why. */
    private static final List<String> EXPERIMENTAL_TYPES = List.of(
            "io.bulkdsl.JobTable",
            "io.bulkdsl.ParallelStatement",
            "io.bulkdsl.contract.BulkCall",
            "io.bulkdsl.contract.BulkCall$Extent",
            "io.bulkdsl.contract.BulkListener",
            "io.bulkdsl.contract.BulkListener$Watch",
            "io.bulkdsl.contract.BulkResult",
            "io.bulkdsl.contract.PortionsFailedException");

    private static final List<String> EXPERIMENTAL_METHODS = List.of(
            "io.bulkdsl.BatchedStatement.jobId(java.lang.String)",
            "io.bulkdsl.BatchedStatement.jobId(java.lang.String, io.bulkdsl.JobTable)",
            "io.bulkdsl.BulkStatement.parallel(int)");

    private static final JavaClasses LIBRARY = new ClassFileImporter().importPath("target/classes");

    @Test
    void areThese() {
        List<String> found = LIBRARY.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().startsWith("io.bulkdsl.internal"))
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith("package-info"))
                .sorted()
                .toList();
        assertThat(found).isEqualTo(PUBLIC);
    }

    @Test
    void theseMayStillChange() {
        assertThat(LIBRARY.stream()
                        .filter(type -> type.isAnnotatedWith(Experimental.class))
                        .map(JavaClass::getName)
                        .sorted())
                .containsExactlyElementsOf(EXPERIMENTAL_TYPES);
        assertThat(LIBRARY.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Experimental.class))
                        .map(JavaMethod::getFullName)
                        .sorted())
                .containsExactlyElementsOf(EXPERIMENTAL_METHODS);
    }

    /** So that the types' promises hold: casts the compiler can't check stand in one class. */
    @Test
    void uncheckedCastsStandInOnePlace() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(PublicTypesTest::suppressesUnchecked))
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly("Unchecked.java");
        }
    }

    private static boolean suppressesUnchecked(Path source) {
        try {
            String text = Files.readString(source, StandardCharsets.UTF_8);
            return text.contains("\"unchecked\"") || text.contains("\"rawtypes\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
