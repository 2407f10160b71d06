// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.faq;

import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.faq.MachineStatements.ADD_HOURS;
import static io.bulkdsl.docs.faq.MachineStatements.REPORT;
import static io.bulkdsl.docs.faq.MachineStatements.SET_HOURS;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bulkdsl.contract.Progress;
import io.bulkdsl.docs.faq.MachineStatements.Usage;
import io.bulkdsl.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** What other sessions do meanwhile. */
@PostgresTest(migrations = "classpath:db/migration")
class LocksTest {

    private static final String MERGE = """
            merge into machine using (values ('saw', 1)) as incoming (code, hours) on machine.code = incoming.code
            when matched then update set hours = incoming.hours
            when not matched then insert (code, hours) values (incoming.code, incoming.hours)
            """;

    private static final String SOMEBODY_WAITS = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """;

    private static final String NO_ERROR = "no error";

    @BeforeEach
    void machines(DSLContext ctx) {
        ctx.execute("insert into machine (code, hours) values ('lathe', 5), ('mill', 5)");
    }

    private static String messageOf(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return NO_ERROR;
        } catch (PSQLException e) {
            return e.getServerErrorMessage().getMessage();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Until it waits for a lock, or is done after all. */
    private static void awaitLock(DSLContext ctx, CompletableFuture<?> session) throws InterruptedException {
        while (!session.isDone() && ctx.fetchOne(SOMEBODY_WAITS).get(0, Integer.class) == 0) {
            Thread.sleep(5);
        }
    }

    @Test
    void twoSessionsInOppositeOrderDeadlock(DSLContext ctx, DataSource pool) throws Exception {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            messageOf(one, "update machine set hours = 1 where code = 'lathe'");
            messageOf(other, "update machine set hours = 2 where code = 'mill'");
            CompletableFuture<String> waiting = CompletableFuture.supplyAsync(
                    () -> messageOf(one, "update machine set hours = 1 where code = 'mill'"));
            awaitLock(ctx, waiting);

            String last = messageOf(other, "update machine set hours = 2 where code = 'lathe'");
            other.rollback();
            String first = waiting.get(60, SECONDS);
            one.rollback();

            assertThat(Stream.of(first, last)).containsExactlyInAnyOrder("deadlock detected", NO_ERROR);
        }
    }

    @Test
    void locksInKeyOrderAreTakenFirst() {
        assertThatSql(ADD_HOURS
                        .rows(new Usage("lathe", 1), new Usage("mill", 2))
                        .lockInKeyOrder())
                .rendersSql("""
                        with "found" as (
                          select "incoming"."row_number", "incoming"."code", "incoming"."hours", "public"."machine"."id" as "target_1"
                          from "public"."machine", (values (?, ?, ?), (?, ?, ?)) as "incoming" ("row_number", "code", "hours")
                          where "public"."machine"."code" = "incoming"."code"
                          order by "incoming"."code"
                          for no key update of "machine"
                        )
                        update "public"."machine"
                        set "hours" = coalesce(("public"."machine"."hours" + "found"."hours"), "found"."hours", "public"."machine"."hours")
                        from "found"
                        where ("public"."machine"."id" = "found"."target_1" and "public"."machine"."code" = "found"."code")
                        """);
    }

    @Test
    void orADeadlockIsTriedAgain(DSLContext ctx) {
        Progress done = SET_HOURS
                .rows(List.of(new Usage("lathe", 1), new Usage("mill", 2)))
                .batchSize(1_000)
                .retry(3, Duration.ofMillis(50))
                .execute(ctx);

        assertThat(done.written()).isEqualTo(2);
    }

    @Test
    void mergeFailsWhereAnotherSessionInsertsTheSameKey(DSLContext ctx, DataSource pool) throws Exception {
        assumeTrue(ctx.fetchOne("show server_version_num").get(0, Integer.class) >= 150000, "since PostgreSQL 15");
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            one.setAutoCommit(false);
            messageOf(one, "insert into machine (code, hours) values ('saw', 9)");
            CompletableFuture<String> merging = CompletableFuture.supplyAsync(() -> messageOf(other, MERGE));
            awaitLock(ctx, merging);
            one.commit();

            assertThat(merging.get(60, SECONDS))
                    .isEqualTo("duplicate key value violates unique constraint \"machine_code_key\"");
        }
    }

    @Test
    void anUpsertDoesNot(DSLContext ctx, DataSource pool) throws Exception {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            one.setAutoCommit(false);
            messageOf(one, "insert into machine (code, hours) values ('saw', 9)");
            CompletableFuture<Integer> upserting = CompletableFuture.supplyAsync(
                    () -> REPORT.rows(new Usage("saw", 1)).execute(DSL.using(other, SQLDialect.POSTGRES)));
            awaitLock(ctx, upserting);
            one.commit();

            assertThat(upserting.get(60, SECONDS)).isEqualTo(1);
            assertThat(ctx.fetchValue(MACHINE.HOURS, MACHINE.CODE.eq("saw"))).isEqualTo(1);
        }
    }
}
