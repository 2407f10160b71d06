// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bulkdsl.testkit.EmbeddedPostgresServer;
import io.bulkdsl.testkit.MigrationFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayPostgresDatabaseTest {

    private static final String CODEGEN = "filesystem:src/test/resources/db/codegen";

    @TempDir
    Path target;

    @Test
    void generatesRealPostgresqlTypesFromMigrations() throws Exception {
        Set<Path> before = serverDirectories();

        GenerationTool.generate(configuration(Map.of("locations", CODEGEN, "placeholders.remark", "Sold here.")));

        assertThat(generated("enums/Mood")).contains("happy(\"happy\")");
        assertThat(generated("udt/Address")).contains("zip", "VARCHAR(5)");
        assertThat(generated("Domains")).contains("ISBN");
        assertThat(generated("tables/HappyBook")).contains("TableOptions.view");
        assertThat(generated("tables/Book"))
                .contains("Sold here.")
                .contains("BIGINT.nullable(false).identity(true)")
                .contains("Domains.ISBN.getDataType()")
                .contains("SQLDataType.VARCHAR.asEnumDataType(")
                .contains("TableField<BookRecord, String[]>")
                .contains("TableField<BookRecord, JSONB>")
                .contains("AddressPath<BookRecord, AddressRecord>")
                .contains("NUMERIC(10, 2)")
                .contains("GROSS");
        assertThat(allGenerated()).doesNotContainIgnoringCase("flyway");
        assertThat(serverDirectories()).isEqualTo(before);
    }

    @Test
    void aBrokenMigrationFailsTheGenerationNamingFileLineAndSqlError() throws Exception {
        Set<Path> before = serverDirectories();

        Throwable failure = catchThrowable(() ->
                GenerationTool.generate(configuration(Map.of("locations", "filesystem:src/test/resources/db/broken"))));

        assertThat(failure)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("V2__misspelled_type.sql")
                .hasMessageContaining("line 3")
                .hasMessageContaining("type \"txt\" does not exist")
                .hasMessageContaining("SQLSTATE 42704");
        assertThat(((MigrationFailedException) failure).sqlState()).isEqualTo("42704");
        assertThat(target).isEmptyDirectory();
        assertThat(serverDirectories()).isEqualTo(before);
    }

    @Test
    void aLocationThatDoesNotExistFailsTheGeneration() {
        Throwable failure = catchThrowable(() ->
                GenerationTool.generate(configuration(Map.of("locations", "filesystem:src/test/resources/db/no"))));

        assertThat(failure).isInstanceOf(MigrationFailedException.class).hasMessageContaining("db/no");
    }

    @Test
    void relativeLocationsStartAtTheProjectsDirectory() throws Exception {
        Configuration configuration = configuration(Map.of("locations", "filesystem:db/shop"))
                .withBasedir(Path.of("src/test/resources").toAbsolutePath().toString());

        GenerationTool.generate(configuration);

        assertThat(generated("tables/Book")).contains("STOCK");
    }

    @Test
    void anUnknownPropertyIsRefused() {
        Throwable failure = catchThrowable(() -> GenerationTool.generate(configuration(Map.of("location", CODEGEN))));

        assertThat(failure).hasMessageContaining("`location`").hasMessageContaining("locations");
    }

    @Test
    void generatesFromAServerOfTheUsersOwn() throws Exception {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start()) {
            GenerationTool.generate(configuration(Map.of(
                    "locations",
                    "classpath:db/shop",
                    "url",
                    server.url(),
                    "user",
                    server.user(),
                    "schemas",
                    "public")));

            assertThat(generated("tables/Book")).contains("STOCK");
            try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    var books = connection.createStatement().executeQuery("select isbn from book")) {
                assertThat(books.next()).as("migrated there").isTrue();
            }
        }
    }

    @Test
    void closesTwiceAndUnopened() throws SQLException {
        FlywayPostgresDatabase database = new FlywayPostgresDatabase();
        database.close();
        database.close();
    }

    private Configuration configuration(Map<String, String> properties) {
        List<Property> list = new ArrayList<>();
        properties.forEach((key, value) -> list.add(new Property().withKey(key).withValue(value)));
        return new Configuration()
                .withLogging(Logging.ERROR)
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName(FlywayPostgresDatabase.class.getName())
                                .withInputSchema("public")
                                .withProperties(list))
                        .withGenerate(new Generate().withComments(true))
                        .withTarget(new Target().withPackageName("gen").withDirectory(target.toString())));
    }

    private String generated(String type) throws IOException {
        return Files.readString(target.resolve("gen/" + type + ".java"), UTF_8);
    }

    private String allGenerated() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(file).append(Files.readString(file, UTF_8));
            }
        }
        return all.toString();
    }

    private static Set<Path> serverDirectories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith("bulkdsl-postgres-"
                                    + ProcessHandle.current().pid() + "-"))
                    .collect(Collectors.toSet());
        }
    }
}
