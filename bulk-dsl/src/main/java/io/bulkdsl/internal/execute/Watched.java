// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.watch.Counts;
import io.bulkdsl.internal.watch.Watching;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/** The work, told to those who watch. */
record Watched<E>(Work<E> work) implements Call<E> {

    @Override
    public String explain(DSLContext ctx) {
        return work.explain(ctx);
    }

    @Override
    public boolean handsBackAll() {
        return work.handsBackAll();
    }

    @Override
    public int execute(DSLContext ctx) {
        return call(ctx, work, work::execute, Integer::longValue);
    }

    /** Of all that is handed back it isn't known what was written. */
    @Override
    public Result<Record> fetch(DSLContext ctx, List<? extends Field<?>> fields) {
        if (handsBackAll()) {
            return orStale(ctx, fields).handedBack(ctx, true);
        }
        Result<Record> result = call(ctx, work, inner -> work.fetch(inner, fields), Result::size);
        result.attach(ctx.configuration());
        return result;
    }

    @Override
    public Told<E> orStale(DSLContext ctx, List<? extends Field<?>> fields) {
        return call(ctx, work, inner -> work.orStale(inner, fields), Told::written);
    }

    @Override
    public Told<E> outcomes(DSLContext ctx, List<? extends Field<?>> fields, boolean withOld) {
        return call(ctx, work, inner -> work.outcomes(inner, fields, withOld), Told::written);
    }

    /** A call of the work in whatever way, all of whose rows are read, and none rejected. */
    static <X> X call(DSLContext ctx, Work<?> work, Function<DSLContext, X> call, ToLongFunction<X> written) {
        return Watching.call(
                AllRows.in(ctx), work::call, call, (result, rows) -> new Counts(rows, written.applyAsLong(result), 0));
    }
}
