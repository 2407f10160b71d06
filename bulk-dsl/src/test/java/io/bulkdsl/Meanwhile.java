// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Two transactions, one of which waits for the other. */
final class Meanwhile {

    /** Starts {@code ours} while another transaction has changed something, and lets that commit once ours waits for it. */
    static <X> X during(DSLContext ctx, String change, Supplier<X> ours) throws Exception {
        CompletableFuture<X> result = new CompletableFuture<>();
        ctx.transaction(other -> {
            other.dsl().execute(change);
            CompletableFuture.supplyAsync(ours).whenComplete((value, e) -> {
                if (e == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(e.getCause());
                }
            });
            while (!result.isDone() && !someoneWaits(ctx)) {
                Thread.onSpinWait();
            }
            if (result.isDone()) {
                throw new AssertionError("didn't wait for: " + change);
            }
        });
        return result.get(20, TimeUnit.SECONDS);
    }

    static boolean someoneWaits(DSLContext ctx) {
        return ctx.fetchCount(
                        DSL.table("pg_stat_activity"),
                        DSL.condition("wait_event_type = 'Lock' and datname = current_database()"))
                > 0;
    }

    private Meanwhile() {}
}
