// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another transaction changes the same rows meanwhile: none is lost, none that no longer matches is changed. */
@PostgresTest(migrations = "classpath:db/migration")
class ConcurrencyTest {

    record Rule(long minId, int add) {}

    @BeforeEach
    void shelve(DSLContext ctx) {
        Books.shelve(ctx, 2);
    }

    @Test
    @Timeout(30)
    void firstMatchFindsRowsThatMovedMeanwhile(DSLContext ctx) throws Exception {
        var update = bulkUpdate(BOOK, Rule.class)
                .key(BOOK.ID, ge())
                .from(Rule::minId)
                .set(BOOK.STOCK, incr())
                .from(Rule::add);
        whileChanged(ctx, "update book set stock = stock + 1000 where id = 1", () -> update.rows(
                        List.of(new Rule(1, 10), new Rule(1, 20)))
                .execute(ctx));
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 1011).containsEntry("isbn-2", 12);
    }

    @Test
    @Timeout(30)
    void firstMatchLeavesRowsThatNoLongerMatch(DSLContext ctx) throws Exception {
        var update = bulkUpdate(BOOK, Rule.class)
                .key(BOOK.STOCK, Operators.lt())
                .from(Rule::add)
                .set(BOOK.TITLE)
                .from(rule -> "low");
        int updated = whileChanged(ctx, "update book set stock = 1000 where id = 1", () -> update.rows(new Rule(0, 5))
                .execute(ctx));
        assertThat(updated).isEqualTo(1);
        assertThat(ctx.fetchValue(BOOK.TITLE, BOOK.ID.eq(1L))).isEqualTo("title 1");
    }

    @Test
    @Timeout(30)
    void incrementsAddUp(DSLContext ctx) throws Exception {
        whileChanged(ctx, "update book set stock = stock + 1000", () -> DatedDeliveries.RESTOCK
                .rows(new Delivery("isbn-1", 10), new Delivery("isbn-2", 20))
                .execute(ctx));
        assertThat(Books.stock(ctx)).containsEntry("isbn-1", 1011).containsEntry("isbn-2", 1022);
    }

    @Test
    @Timeout(30)
    void deleteFindsRowsThatMovedMeanwhile(DSLContext ctx) throws Exception {
        int deleted = whileChanged(ctx, "update book set title = 'moved' where id = 1", () -> Removals.CLEAR
                .rows(new Removals.Rule(1, 9), new Removals.Rule(1, 99))
                .execute(ctx));
        assertThat(deleted).isEqualTo(2);
    }

    @Test
    @Timeout(30)
    void deleteLeavesRowsThatNoLongerMatch(DSLContext ctx) throws Exception {
        int deleted = whileChanged(ctx, "update book set stock = 1000 where id = 1", () -> Removals.CLEAR
                .rows(new Removals.Rule(1, 9))
                .execute(ctx));
        assertThat(deleted).isEqualTo(1);
        assertThat(Books.stock(ctx)).containsOnlyKeys("isbn-1");
    }

    /** Starts the update while another transaction holds the rows changed, and lets that commit once the update waits. */
    private static int whileChanged(DSLContext ctx, String change, java.util.function.IntSupplier update)
            throws Exception {
        CompletableFuture<Integer> updated = new CompletableFuture<>();
        ctx.transaction(trx -> {
            trx.dsl().execute(change);
            CompletableFuture.runAsync(() -> {
                try {
                    updated.complete(update.getAsInt());
                } catch (RuntimeException e) {
                    updated.completeExceptionally(e);
                }
            });
            while (ctx.fetchCount(
                            DSL.table("pg_stat_activity"),
                            DSL.condition("wait_event_type = 'Lock' and datname = current_database()"))
                    == 0) {
                Thread.onSpinWait();
            }
        });
        return updated.get(20, TimeUnit.SECONDS);
    }
}
