// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class PostgresTestMisuseTest {

    private static final String BY_OUTER = "run by the test around it, which switches this condition off";

    private static String database;

    @Test
    void aDatabaseForAllTestsIsRefusedWithTheRemedy() {
        assertThat(failures(InBeforeAll.class))
                .singleElement()
                .asString()
                .contains("belongs to one test")
                .contains("TestDatabase.create");
        assertThat(failures(InConstructorForAll.class))
                .singleElement()
                .asString()
                .contains("belongs to one test");
    }

    @Test
    void aBrokenMigrationFailsTheTestNamingIt() {
        assertThat(failures(OnBrokenMigrations.class))
                .singleElement()
                .asString()
                .contains("V2__misspelled_type.sql")
                .contains("42704");
    }

    @Test
    void theDatabaseIsDroppedWhenTheConstructorFails() {
        assertThat(failures(FailingConstructor.class))
                .singleElement()
                .asString()
                .contains("on purpose");
        try (TestDatabase other = TestDatabase.create()) {
            assertThat(other.dsl().fetch("select datname from pg_database").getValues(0, String.class))
                    .doesNotContain(database);
        }
    }

    private static List<Throwable> failures(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .allEvents()
                .executions()
                .failed()
                .stream()
                .map(execution -> execution.getTerminationInfo().getExecutionResult())
                .map(TestExecutionResult::getThrowable)
                .map(Optional::orElseThrow)
                .toList();
    }

    @Disabled(BY_OUTER)
    @PostgresTest
    static class InBeforeAll {
        @BeforeAll
        static void before(DSLContext ctx) {}

        @Test
        void test() {}
    }

    @Disabled(BY_OUTER)
    @PostgresTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class InConstructorForAll {
        InConstructorForAll(DSLContext ctx) {}

        @Test
        void test() {}
    }

    @Disabled(BY_OUTER)
    @PostgresTest(migrations = "classpath:db/broken")
    static class OnBrokenMigrations {
        @Test
        void test(DSLContext ctx) {}
    }

    @Disabled(BY_OUTER)
    @PostgresTest
    static class FailingConstructor {
        FailingConstructor(DSLContext ctx) {
            database = ctx.fetchValue("select current_database()").toString();
            throw new IllegalStateException("on purpose");
        }

        @Test
        void test() {}
    }
}
