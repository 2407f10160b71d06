// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.DockerClientFactory;

class TestServerChoiceTest {

    @Test
    void propertiesComeBeforeTheEnvironment() {
        Map<String, String> properties = Map.of("bulkdsl.test.url", "jdbc:postgresql:a", "bulkdsl.test.user", " ");
        Map<String, String> environment =
                Map.of("BULKDSL_TEST_URL", "jdbc:postgresql:b", "BULKDSL_TEST_USER", "u", "BULKDSL_TEST_IMAGE", "i");

        assertThat(TestSettings.read(properties::get, environment::get))
                .isEqualTo(new TestSettings("jdbc:postgresql:a", "u", null, "i", null, false));
    }

    @Test
    void aUrlIsUsedFirst() {
        try (EmbeddedPostgresServer running = EmbeddedPostgresServer.start()) {
            DatabaseServer server = SharedServer.start(
                    new TestSettings(running.url(), running.user(), "", "no-such-image:1", null, false));

            try (TestDatabase database = server.create(List.of("classpath:db/shop"))) {
                assertThat(database.url()).startsWith(running.url().replace("/postgres", "/bulkdsl_test_"));
                assertThat(database.dsl().fetchCount(DSL.table("book"))).isEqualTo(1);
            }
            assertThat(databases(running)).hasSize(4).anyMatch(name -> name.contains("_template_"));

            server.dropTemplates();
            assertThat(databases(running)).containsExactlyInAnyOrder("postgres", "template0", "template1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://a:1/main,               jdbc:postgresql://a:1/other",
        "'jdbc:postgresql://a:1,b:2/main?ssl=true', 'jdbc:postgresql://a:1,b:2/other?ssl=true'",
        "jdbc:postgresql:///main,                  jdbc:postgresql:///other",
        "jdbc:postgresql:main?ssl=true,            jdbc:postgresql:other?ssl=true",
    })
    void aUrlIsTheSameForEveryDatabaseExceptForItsName(String url, String other) {
        assertThat(new ServerAddress(url, null, null).database("other").url()).isEqualTo(other);
    }

    @Test
    void userAndPasswordOfTheUrlAreKnown() {
        ServerAddress other = new ServerAddress("jdbc:postgresql://a/main?user=me", null, "secret").database("other");

        assertThat(other.user()).isEqualTo("me");
        assertThat(other.password()).isEqualTo("secret");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithTheRemedy() {
        TestSettings nobody = new TestSettings("jdbc:postgresql://localhost:1/postgres", "u", "p", null, null, false);

        assertThatThrownBy(() -> SharedServer.start(nobody))
                .hasMessageContaining("jdbc:postgresql://localhost:1/postgres")
                .hasMessageContaining("bulkdsl.test.url");
    }

    @Test
    void aUserWithoutTheRightToCreateDatabasesIsTold() {
        try (EmbeddedPostgresServer running = EmbeddedPostgresServer.start()) {
            DSL.using(running.url(), running.user(), running.password()).execute("create role poor login");
            DatabaseServer server =
                    SharedServer.start(new TestSettings(running.url(), "poor", null, null, null, false));

            assertThatThrownBy(() -> server.create(List.of()))
                    .hasMessageContaining("permission denied")
                    .hasMessageContaining("CREATEDB");
        }
    }

    @Test
    void anImageWithoutADockerEngineIsRefusedWithTheRemedy() {
        Assumptions.assumeFalse(DockerClientFactory.instance().isDockerAvailable(), "a Docker engine answers");

        assertThatThrownBy(() -> SharedServer.start(new TestSettings(null, null, null, "postgres:18", null, false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bulkdsl.test.image=postgres:18 needs a Docker engine")
                .hasMessageContaining("bulkdsl.test.url");
    }

    @Test
    void databasesAreMadeByManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> books = () -> {
                try (TestDatabase database = TestDatabase.create("classpath:db/shop")) {
                    database.dsl().execute("insert into book values ('978-1', 7)");
                    return database.dsl().fetchCount(DSL.table("book"));
                }
            };
            for (Future<Integer> count : threads.invokeAll(
                    IntStream.range(0, 12).mapToObj(i -> books).toList())) {
                assertThat(count.get()).isEqualTo(2);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> databases(EmbeddedPostgresServer server) {
        return DSL
                .using(server.url(), server.user(), server.password())
                .fetchValues("select datname from pg_database")
                .stream()
                .map(Object::toString)
                .toList();
    }
}
