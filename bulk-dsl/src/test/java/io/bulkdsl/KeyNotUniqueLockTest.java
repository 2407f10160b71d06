// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Visits.HITS;
import static io.bulkdsl.Visits.hits;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Visits.Visit;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lock of the upsert without a unique index: only for new rows, and enough when others write meanwhile. */
@PostgresTest(migrations = "classpath:db/migration")
class KeyNotUniqueLockTest {

    @Test
    void insertsAreTheOnlyReasonForTheLock(DSLContext ctx) {
        HITS.rows(new Visit("a", 1), new Visit("b", 1)).execute(ctx);
        ctx.transaction(trx -> {
            assertThat(HITS.rows(new Visit("b", 1), new Visit("a", 1)).execute(trx.dsl()))
                    .isEqualTo(2);
            assertThat(locks(trx.dsl())).contains("RowExclusiveLock").doesNotContain("ShareRowExclusiveLock");
            assertThat(HITS.doNothing().rows(new Visit("b", 1)).execute(trx.dsl()))
                    .isZero();
            assertThat(locks(trx.dsl())).doesNotContain("ShareRowExclusiveLock");
            assertThat(HITS.rows(new Visit("a", 1), new Visit("c", 1)).execute(trx.dsl()))
                    .isEqualTo(2);
            assertThat(locks(trx.dsl())).contains("ShareRowExclusiveLock");
        });
        assertThat(locks(ctx)).doesNotContain("ShareRowExclusiveLock");
        assertThat(hits(ctx)).containsExactly("a new 3", "b new 2", "c new 1");
    }

    @Test
    void repeatableReadIsRefused(DSLContext ctx) {
        HITS.rows(new Visit("a", 1)).execute(ctx);
        for (String row : List.of("a", "n")) {
            assertThatThrownBy(() -> ctx.transaction(trx -> {
                        trx.dsl().execute("set transaction isolation level repeatable read");
                        HITS.rows(new Visit(row, 1)).execute(trx.dsl());
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "bulkUpsert of hit: keyNotUnique() can't see in a repeatable read transaction what others"
                                    + " have inserted; use read committed or serializable");
        }
        assertThat(hits(ctx)).containsExactly("a new 1");
        ctx.transaction(trx -> {
            trx.dsl().execute("set transaction isolation level serializable");
            assertThat(HITS.rows(new Visit("a", 1), new Visit("n", 1)).execute(trx.dsl()))
                    .isEqualTo(2);
        });
        assertThat(hits(ctx)).containsExactly("a new 2", "n new 1");
    }

    /** Another transaction has the rows changed and then gone before this one gets them: what was to be updated is new. */
    @Test
    @Timeout(60)
    void aRowThatVanishesMeanwhileIsCreated(DSLContext ctx) throws Exception {
        HITS.rows(new Visit("a", 1), new Visit("b", 1)).execute(ctx);
        CompletableFuture<Totals> waiting = new CompletableFuture<>();
        ctx.transaction(trx -> {
            trx.dsl().deleteFrom(HIT).where(HIT.PAGE.eq("a")).execute();
            CompletableFuture.runAsync(() -> {
                try {
                    waiting.complete(HITS.rows(new Visit("a", 10), new Visit("b", 10))
                            .fetchOutcomes(ctx)
                            .totals());
                } catch (RuntimeException e) {
                    waiting.completeExceptionally(e);
                }
            });
            while (ctx.fetchCount(
                            DSL.table("pg_stat_activity"),
                            DSL.condition("wait_event_type = 'Lock' and datname = current_database()"))
                    == 0) {
                Thread.onSpinWait();
            }
        });
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new Totals(1, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(hits(ctx)).containsExactly("a new 10", "b new 11");
    }

    private static List<String> locks(DSLContext ctx) {
        return ctx.fetch("select mode from pg_locks where relation = 'hit'::regclass and database ="
                        + " (select oid from pg_database where datname = current_database())")
                .getValues(0, String.class);
    }
}
