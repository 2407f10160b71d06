// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.bulkdsl.testkit.codegen.FlywayPostgresDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** Servers in containers, wherever a Docker engine answers; of the image {@code -Dbulkdsl.test.image} or another. */
class PostgresContainerTest {

    private static final String NAMED = TestSettings.ofThisJvm().image();
    private static final String IMAGE = Objects.requireNonNullElse(NAMED, "postgres:18");

    @BeforeAll
    static void anEngineAnswersAndHasTheImage() throws InterruptedException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            skip("no Docker engine answers");
        }
        DockerClient engine = DockerClientFactory.lazyClient();
        try {
            engine.inspectImageCmd(IMAGE).exec();
        } catch (NotFoundException absent) {
            try {
                engine.pullImageCmd(IMAGE).start().awaitCompletion();
            } catch (DockerException unobtainable) {
                // Who named it wants to know that it can't be had; else it is nobody's fault.
                if (NAMED == null) {
                    skip("the Docker engine has no image " + IMAGE + " and can't pull it (" + unobtainable.getMessage()
                            + "); name another by -Dbulkdsl.test.image");
                }
            }
        }
    }

    private static void skip(String why) {
        System.out.println("Skipped, PostgresContainerTest: " + why);
        Assumptions.abort(why);
    }

    @Test
    void eachDatabaseIsMigratedAndOfItsOwn() throws SQLException {
        DatabaseServer server = SharedServer.start(new TestSettings(null, null, null, IMAGE, null, false));
        try (TestDatabase first = server.create(List.of("classpath:db/shop"));
                TestDatabase second = server.create(List.of("classpath:db/shop"))) {
            first.dsl().execute("insert into book values ('978-1', 7)");

            assertThat(first.dsl().fetchCount(DSL.table("book"))).isEqualTo(2);
            assertThat(second.dsl().fetchCount(DSL.table("book"))).isEqualTo(1);
            assertThat(second.dsl().fetchValue("show server_version_num"))
                    .isEqualTo(String.valueOf(second.serverVersion()));
            assertThat(second.dsl().fetchValue("show server_encoding")).isEqualTo("UTF8");
            assertThat(second.dsl().fetchValue("show fsync")).isEqualTo("off");
            assertThat(second.dsl().fetchValue("show max_connections")).isEqualTo("200");

            try (var connection = DriverManager.getConnection(second.url(), second.user(), second.password())) {
                assertThat(DSL.using(connection).fetchCount(DSL.table("book"))).isEqualTo(1);
            }
            assertThatThrownBy(() -> DriverManager.getConnection(second.url(), second.user(), "another"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void generatesClassesFromADatabaseInIt(@TempDir Path target) throws Exception {
        DatabaseServer server = SharedServer.start(new TestSettings(null, null, null, IMAGE, null, false));
        try (TestDatabase database = server.create(List.of())) {
            GenerationTool.generate(new Configuration()
                    .withLogging(Logging.ERROR)
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withName(FlywayPostgresDatabase.class.getName())
                                    .withInputSchema("public")
                                    .withProperties(
                                            new Property().withKey("locations").withValue("classpath:db/shop"),
                                            new Property().withKey("url").withValue(database.url()),
                                            new Property().withKey("user").withValue(database.user()),
                                            new Property().withKey("password").withValue(database.password())))
                            .withTarget(new Target().withPackageName("gen").withDirectory(target.toString()))));
        }
        assertThat(target.resolve("gen/tables/Book.java")).content().contains("STOCK");
    }

    @Test
    void theEndOfTheJvmStopsTheContainer(@TempDir Path temporary) throws Exception {
        String url = urlOfAnotherJvm(temporary, false);

        // Where Ryuk does it, it does so some seconds later.
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!containers(url).isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(500);
        }
        assertThat(containers(url)).isEmpty();
    }

    @Test
    void aContainerIsUsedAgainWhereTestcontainersIsToldSo(@TempDir Path temporary) throws Exception {
        String first = urlOfAnotherJvm(temporary, true);
        try {
            String second = urlOfAnotherJvm(temporary, true);

            assertThat(port(second)).isEqualTo(port(first));
            assertThat(containers(first)).hasSize(1);
            String maintenance = second.replaceFirst("/bulkdsl_test_\\w+", "/postgres");
            try (var connection = DriverManager.getConnection(maintenance, "test", "test")) {
                // Databases that nobody closed stay, those that only we know of don't.
                assertThat(DSL.using(connection)
                                .fetch("select datname from pg_database")
                                .getValues(0, String.class))
                        .noneMatch(name -> name.contains("_template_"));
            }
        } finally {
            containers(first).forEach(left -> DockerClientFactory.lazyClient()
                    .removeContainerCmd(left.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec());
        }
    }

    private static String urlOfAnotherJvm(Path temporary, boolean reuse) throws Exception {
        Path output = temporary.resolve("output");
        ProcessBuilder jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dbulkdsl.test.image=" + IMAGE,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedPostgresServerTest.Forgetful.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        jvm.environment().put("TESTCONTAINERS_REUSE_ENABLE", String.valueOf(reuse));
        jvm.environment().remove("BULKDSL_TEST_URL");
        Process process = jvm.start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();

        List<String> said = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said.toString()).isZero();
        String url = said.get(said.size() - 1);
        assertThat(url).startsWith("jdbc:postgresql://");
        return url;
    }

    private static List<Container> containers(String url) {
        return DockerClientFactory.lazyClient().listContainersCmd().withShowAll(true).exec().stream()
                .filter(container -> Arrays.stream(container.getPorts())
                        .anyMatch(published -> Objects.equals(published.getPublicPort(), port(url))))
                .toList();
    }

    private static Integer port(String url) {
        return Integer.valueOf(url.replaceFirst("jdbc:postgresql://[^/]*:(\\d+)/.*", "$1"));
    }
}
