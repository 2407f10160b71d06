// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.source.CopyAccess;
import io.bulkdsl.internal.source.CopySource;
import io.bulkdsl.internal.source.IncomingRow;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Brings rows to the server first where they go by COPY, and takes their table away afterwards; all or nothing. */
final class Staging {

    /** Writes the rows; returns how many of the table were written. */
    static <E> int execute(DSLContext ctx, Group<E> group, StatementRenderer renderer) {
        if (!isCopied(ctx, group)) {
            return ctx.execute(group.query(renderer));
        }
        StatementModel<E> model = group.model();
        Iterator<IncomingRow<E>> rows = group.rows().iterator();
        return StraightInsert.of(ctx, model)
                .map(insert -> insert.execute(ctx, rows))
                .orElseGet(() -> call(ctx, group, (inner, staged) -> inner.execute(staged.query(renderer))));
    }

    /** Works with the rows wherever they are. */
    static <E, X> X call(DSLContext ctx, Group<E> group, BiFunction<DSLContext, Group<E>, X> work) {
        return call(ctx, group, group.model().cells(), work);
    }

    /** The same with keys alone. */
    static <E, X> X callWithKeys(DSLContext ctx, Group<E> group, BiFunction<DSLContext, Group<E>, X> work) {
        return call(ctx, group, group.model().keys(), work);
    }

    /** Copies the rows as they are read. */
    static <E, X> X call(
            DSLContext ctx,
            StatementModel<E> model,
            List<? extends Cell<E>> cells,
            Iterator<IncomingRow<E>> rows,
            Function<DSLContext, X> work) {
        return Atomic.call(ctx, inner -> {
            CopySource.fill(inner, cells, model.keys(), rows);
            X result = work.apply(inner);
            CopySource.drop(inner);
            return result;
        });
    }

    private static <E, X> X call(
            DSLContext ctx, Group<E> group, List<? extends Cell<E>> cells, BiFunction<DSLContext, Group<E>, X> work) {
        StatementModel<E> model = group.model();
        return isCopied(ctx, group)
                ? call(
                        ctx,
                        model,
                        cells,
                        group.rows().iterator(),
                        inner -> work.apply(inner, group.in(CopySource.open(group.alias(), cells, model.keys()))))
                : work.apply(ctx, group);
    }

    private static boolean isCopied(DSLContext ctx, Group<?> group) {
        return group.choice(CopyAccess.of(ctx)).source() == RowSource.COPY;
    }

    private Staging() {}
}
