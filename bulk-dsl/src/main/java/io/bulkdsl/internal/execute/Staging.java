// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.source.CopyAccess;
import io.bulkdsl.internal.source.CopySource;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.watch.Watching;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Brings rows to the server first where they go by COPY, and takes their table away afterwards; all or nothing. */
final class Staging {

    /** Writes the rows; returns how many of the table were written. */
    static <E> int execute(DSLContext ctx, Group<E> group, StatementRenderer renderer) {
        RowSource source = group.choiceToExecute(CopyAccess.of(ctx)).source();
        return explained(
                ctx,
                group,
                source,
                () -> source == RowSource.COPY ? copied(ctx, group, renderer) : written(ctx, group, source, renderer));
    }

    /** Several statements where one would be too large and nobody asked for one. */
    private static <E> int written(DSLContext ctx, Group<E> group, RowSource source, StatementRenderer renderer) {
        List<Group<E>> portions = group.portions(source);
        return portions.size() == 1
                ? ctx.execute(group.query(ctx, renderer))
                : Atomic.call(ctx, group.model(), inner -> portions.stream()
                        .mapToInt(portion -> inner.execute(portion.query(inner, renderer)))
                        .sum());
    }

    private static <E> int copied(DSLContext ctx, Group<E> group, StatementRenderer renderer) {
        Optional<StraightInsert<E>> insert = StraightInsert.of(ctx, group.model());
        return insert.isPresent()
                ? insert.get().execute(ctx, group.rows().iterator())
                : copied(
                        ctx,
                        group,
                        group.model().cells(),
                        (inner, staged) -> inner.execute(staged.query(inner, renderer)));
    }

    /** Writes the rows, and tells what became of them. */
    static <E> Result<Record> execute(DSLContext ctx, Group<E> group, Execution execution, Report report) {
        RowSource source = group.choice(CopyAccess.of(ctx)).source();
        return explained(
                ctx,
                group,
                source,
                () -> source == RowSource.COPY
                        ? copied(ctx, group, execution, report)
                        : execution.run(ctx, group, report));
    }

    private static <E> Result<Record> copied(DSLContext ctx, Group<E> group, Execution execution, Report report) {
        Optional<KeyedInsert<E, ?>> insert = KeyedInsert.of(ctx, group.model(), report);
        return insert.isPresent()
                ? insert.get().execute(ctx, group.rows())
                : copied(ctx, group, group.model().cells(), (inner, staged) -> execution.run(inner, staged, report));
    }

    /** Works with the rows wherever they are. */
    static <E, X> X call(DSLContext ctx, Group<E> group, BiFunction<DSLContext, Group<E>, X> work) {
        return call(ctx, group, group.model().cells(), work);
    }

    /** The same with keys alone. */
    static <E, X> X callWithKeys(DSLContext ctx, Group<E> group, BiFunction<DSLContext, Group<E>, X> work) {
        return call(ctx, group, group.model().keys(), work);
    }

    /** Copies rows as they are read, and works with what {@link CopySource#open} opens. */
    static <E, X> X copied(
            DSLContext ctx,
            StatementModel<E> model,
            List<? extends Cell<E>> cells,
            Iterator<IncomingRow<E>> rows,
            Function<DSLContext, X> work) {
        return Atomic.call(ctx, model, inner -> {
            CopySource.fill(inner, cells, rows);
            X result = work.apply(inner);
            CopySource.drop(inner);
            return result;
        });
    }

    private static <E, X> X call(
            DSLContext ctx, Group<E> group, List<? extends Cell<E>> cells, BiFunction<DSLContext, Group<E>, X> work) {
        RowSource source = group.choice(CopyAccess.of(ctx)).source();
        return explained(
                ctx,
                group,
                source,
                () -> source == RowSource.COPY ? copied(ctx, group, cells, work) : work.apply(ctx, group));
    }

    private static <E, X> X copied(
            DSLContext ctx, Group<E> group, List<? extends Cell<E>> cells, BiFunction<DSLContext, Group<E>, X> work) {
        return copied(
                ctx,
                group.model(),
                cells,
                group.rows().iterator(),
                inner -> work.apply(inner, group.in(CopySource.open(group.alias(), cells, List.of()))));
    }

    /** Without COPY, and outside a transaction, a statement commits by itself; afterwards a lost connection can't be asked. */
    private static <E, X> X explained(DSLContext ctx, Group<E> group, RowSource source, Supplier<X> call) {
        Watching.by(ctx, source);
        boolean commitsItself = source != RowSource.COPY && !Atomic.isWithinTransaction(ctx);
        return Refusal.explained(group.model(), source, commitsItself, group::rows, call);
    }

    private Staging() {}
}
