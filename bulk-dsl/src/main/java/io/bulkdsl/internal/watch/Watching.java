// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.watch;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.BulkListener;
import io.bulkdsl.contract.BulkListener.Watch;
import io.bulkdsl.contract.BulkResult;
import io.bulkdsl.contract.RowSource;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Calls and their parts, watched if anybody wants to know: a listener in the configuration, or the log. What is counted
 * meanwhile goes with the configuration, so that it need not be handed through. Without a watcher all of this is a look into
 * a map.
 */
public final class Watching {

    /** What is told by a result, and by how many rows of the input were read for it. */
    @FunctionalInterface
    public interface Counting<X> {
        Counts of(X result, long read);
    }

    /** Executes a call; the work is done in the context that it is given. */
    public static <X> X call(
            DSLContext ctx, Supplier<BulkCall> what, Function<DSLContext, X> work, Counting<X> counting) {
        BulkListener listener =
                ctx.configuration().data(BulkListener.class) instanceof BulkListener found ? found : null;
        if (listener == null && !CallLog.isOn()) {
            return work.apply(ctx);
        }
        BulkCall call = what.get();
        Tally tally = Tally.of(call, listener == null ? result -> {} : started(() -> listener.start(call)));
        return watched(inside(ctx, tally), tally, null, work, counting);
    }

    /** The same of a part of the call whose context this is. */
    public static <X> X part(
            DSLContext ctx, Extent extent, long number, Function<DSLContext, X> work, Function<X, Counts> counting) {
        Tally whole = tally(ctx);
        if (whole == null) {
            return work.apply(ctx);
        }
        BulkCall call = whole.call().part(extent, number);
        Tally tally = Tally.of(call, started(() -> whole.watch().startPart(call)));
        return watched(inside(ctx, tally), tally, whole, work, (result, read) -> counting.apply(result));
    }

    private static <X> X watched(
            DSLContext ctx, Tally tally, @Nullable Tally whole, Function<DSLContext, X> work, Counting<X> counting) {
        X result;
        try {
            result = work.apply(ctx);
        } catch (Throwable e) {
            ended(tally, tally.result(tally.ofFailed(), e));
            if (whole != null) {
                whole.add(tally, Counts.NONE);
            }
            throw e;
        }
        Counts counts = counting.of(result, tally.read().get());
        ended(tally, tally.result(counts, null));
        if (whole != null) {
            whole.add(tally, counts);
        }
        return result;
    }

    /** Of all or nothing, what is undone doesn't count. */
    public static <X> X undoneIfItFails(DSLContext ctx, Supplier<X> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            Tally tally = tally(ctx);
            if (tally != null) {
                tally.parts().set(Counts.NONE);
            }
            throw e;
        }
    }

    /** What is found out about an error isn't part of the call. */
    public static DSLContext unwatched(DSLContext ctx) {
        Tally tally = tally(ctx);
        return tally == null ? ctx : inside(ctx, Tally.unheard(tally));
    }

    /** Tells how rows travel. */
    public static void by(DSLContext ctx, RowSource source) {
        Tally tally = tally(ctx);
        if (tally != null) {
            tally.sources().add(source);
        }
    }

    /** Tells how many rows the input has. */
    public static void read(DSLContext ctx, int rows) {
        Tally tally = tally(ctx);
        if (tally != null) {
            tally.read().set(rows);
        }
    }

    /** The same of rows that are still to be read. */
    public static <X> Iterator<X> reading(DSLContext ctx, Iterator<X> rows) {
        Tally tally = tally(ctx);
        return tally == null ? rows : new CountedRows<>(rows, tally.read());
    }

    /** jOOQ sees no COPY, nor do its listeners. */
    public static void copying(DSLContext ctx, String sql) {
        Tally tally = tally(ctx);
        if (tally != null) {
            tally.copied(sql);
        }
    }

    /** Tells that a transaction is tried again. */
    public static void again(DSLContext ctx, String description, String sqlState, int attempt, int most) {
        CallLog.again(description, sqlState, attempt, most);
        Tally tally = tally(ctx);
        if (tally != null) {
            tally.retries().incrementAndGet();
        }
    }

    private static @Nullable Tally tally(DSLContext ctx) {
        return ctx.configuration().data(Tally.class) instanceof Tally tally ? tally : null;
    }

    private static DSLContext inside(DSLContext ctx, Tally tally) {
        Configuration inner = tally(ctx) == null
                ? ctx.configuration().deriveAppending(ExecuteListener.onExecuteStart(Watching::sent))
                : ctx.configuration().derive();
        inner.data(Tally.class, tally);
        inner.data(BulkCall.class, tally.call());
        return DSL.using(inner);
    }

    private static void sent(ExecuteContext execution) {
        String sql = execution.sql();
        if (sql != null && execution.configuration().data(Tally.class) instanceof Tally tally) {
            tally.sent(sql);
        }
    }

    /** Who watches must not disturb. */
    private static Watch started(Supplier<Watch> start) {
        try {
            return start.get();
        } catch (RuntimeException e) {
            CallLog.listenerFailed(e);
            return result -> {};
        }
    }

    private static void ended(Tally tally, BulkResult result) {
        CallLog.ended(tally.call(), result);
        try {
            tally.watch().end(result);
        } catch (RuntimeException e) {
            CallLog.listenerFailed(e);
        }
    }

    private Watching() {}
}
