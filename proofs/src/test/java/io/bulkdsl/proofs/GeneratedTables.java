// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.TestDatabase;
import io.bulkdsl.testkit.codegen.FlywayPostgresDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jooq.Catalog;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/** The classes that a user would have of some migrations, generated and compiled while a test runs. */
final class GeneratedTables implements AutoCloseable {

    private static final String PACKAGE = "generated";

    private final URLClassLoader loader;

    private GeneratedTables(URLClassLoader loader) {
        this.loader = loader;
    }

    /**
     * @param database where the migrations have been run
     */
    static GeneratedTables of(String locations, TestDatabase database, Path directory) throws Exception {
        Path sources = directory.resolve("sources");
        Path classes = Files.createDirectories(directory.resolve("classes"));
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.ERROR)
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName(FlywayPostgresDatabase.class.getName())
                                .withSchemata(schemas(database))
                                .withIncludeRoutines(false)
                                .withIncludeSequences(false)
                                .withProperties(
                                        property("locations", locations),
                                        property("url", database.url()),
                                        property("user", database.user()),
                                        property("password", database.password())))
                        .withGenerate(new Generate().withJavadoc(false).withIndexes(false))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(sources.toString()))));
        compile(sources, classes);
        return new GeneratedTables(
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedTables.class.getClassLoader()));
    }

    private static List<SchemaMappingType> schemas(TestDatabase database) {
        return database.dsl().fetch("""
                        select nspname from pg_namespace
                        where nspname not like 'pg\\_%' and nspname <> 'information_schema'
                            and exists (select from pg_class where relnamespace = pg_namespace.oid)""").map(schema -> new SchemaMappingType()
                .withInputSchema(schema.get(0, String.class)));
    }

    private static Property property(String key, String value) {
        return new Property().withKey(key).withValue(value);
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<String> options = List.of(
                    "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-nowarn");
            List<Path> java =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                            .call())
                    .as("what was generated compiles")
                    .isTrue();
        }
    }

    Stream<Table<?>> all() throws ReflectiveOperationException {
        Catalog catalog = (Catalog) loader.loadClass(PACKAGE + ".DefaultCatalog")
                .getField("DEFAULT_CATALOG")
                .get(null);
        return catalog.schemaStream().flatMap(Schema::tableStream);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
