// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@PostgresTest(migrations = "classpath:db/shop")
class PostgresTestTest {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final TestDatabase ofConstructor;
    private TestDatabase ofBeforeEach;

    PostgresTestTest(TestDatabase database) {
        this.ofConstructor = database;
    }

    @BeforeEach
    void keep(TestDatabase database) {
        ofBeforeEach = database;
    }

    @AfterEach
    void stillThere(DSLContext ctx) {
        assertThat(ctx.fetchValue("select 1")).isEqualTo(1);
    }

    @AfterAll
    static void databasesAreDropped() {
        try (TestDatabase other = TestDatabase.create()) {
            assertThat(SEEN).isNotEmpty();
            assertThat(other.dsl().fetch("select datname from pg_database").getValues(0, String.class))
                    .doesNotContainAnyElementsOf(SEEN);
        }
    }

    @RepeatedTest(3)
    void eachTestHasAFreshDatabase(DSLContext ctx) {
        assertThat(ctx.fetchCount(DSL.table("book"))).isEqualTo(1);
        ctx.execute("insert into book values ('978-1', 7)");
        ctx.execute("create table left_behind (id int)");
        assertThat(SEEN.add(ctx.fetchValue("select current_database()").toString()))
                .as("a database of its own")
                .isTrue();
    }

    @Test
    void allParametersMeanTheSameDatabase(DSLContext ctx, DataSource dataSource, TestDatabase database)
            throws SQLException {
        ctx.execute("insert into book values ('978-1', 7)");

        assertThat(ofConstructor).isSameAs(database);
        assertThat(ofBeforeEach).isSameAs(database);
        assertThat(DSL.using(dataSource, SQLDialect.POSTGRES).fetchCount(DSL.table("book")))
                .isEqualTo(2);
        try (Connection connection = database.newConnection()) {
            assertThat(DSL.using(connection).fetchCount(DSL.table("book"))).isEqualTo(2);
        }
        assertThat(DSL.using(database.url(), database.user(), database.password())
                        .fetchCount(DSL.table("book")))
                .isEqualTo(2);
    }

    @Test
    void rollsBackATransactionOnItsOwnConnection(DSLContext ctx) {
        assertThatThrownBy(() -> ctx.transaction(inner -> {
                    inner.dsl().execute("insert into book values ('978-1', 7)");
                    // Another connection, which does not see what is not committed.
                    assertThat(ctx.fetchCount(DSL.table("book"))).isEqualTo(1);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        assertThat(ctx.fetchCount(DSL.table("book"))).isEqualTo(1);
    }

    @Test
    void theServerIsRealAndStoresUtf8(TestDatabase database) {
        assertThat(database.serverVersion()).isGreaterThanOrEqualTo(140000);
        assertThat(database.dsl().fetchValue("show server_version_num"))
                .isEqualTo(String.valueOf(database.serverVersion()));
        assertThat(database.dsl().fetchValue("show server_encoding")).isEqualTo("UTF8");
    }

    @Nested
    class Inner {

        @Test
        void inheritsTheMigrations(DSLContext ctx) {
            assertThat(ctx.fetchCount(DSL.table("book"))).isEqualTo(1);
        }
    }

    @Nested
    @PostgresTest
    class WithoutMigrations {

        @Test
        void isEmpty(DSLContext ctx) {
            assertThat(ctx.fetch("select 1 from pg_tables where schemaname = 'public'"))
                    .isEmpty();
        }
    }

    @Nested
    @PostgresTest(migrations = {"classpath:db/other"})
    class WithOtherMigrations {

        @Test
        void hasTheirTables(DSLContext ctx) {
            assertThat(ctx.fetchCount(DSL.table("note"))).isZero();
        }
    }
}
