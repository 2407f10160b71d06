// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import static org.jooq.impl.DSL.field;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.Removal;
import io.bulkdsl.internal.model.SyncModel;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.refusal.Refusal;
import io.bulkdsl.internal.render.DryRunRenderer;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.Report.Old;
import io.bulkdsl.internal.render.SyncRenderer;
import io.bulkdsl.internal.source.SettledRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Table;

/**
 * Removes what the input doesn't have, then upserts what it has; in this order, so that a new row may take the place of an
 * old one under another unique key. All or nothing.
 */
public record Sync<E>(SyncModel<?, E> model, Statement<E> upsert, boolean locks) implements Work<E> {

    public Sync(SyncModel<?, E> model, Statement<E> upsert) {
        this(model, upsert, false);
    }

    @Override
    public String description() {
        return upsert.description();
    }

    @Override
    public Table<?> table() {
        return upsert.table();
    }

    @Override
    public RowSource source() {
        return upsert.source();
    }

    @Override
    public Sync<E> via(RowSource source) {
        return new Sync<>(model, upsert.via(source), locks);
    }

    /** What is missing has no order: no other sync, and no other writer, is let in meanwhile. */
    @Override
    public Sync<E> lockingInKeyOrder() {
        return new Sync<>(model, upsert, true);
    }

    @Override
    public Parallel<E> parallel(int connections) {
        throw new IllegalStateException(description() + ": a sync is one transaction and can't be parallel");
    }

    @Override
    public Statement<E> divisible() {
        throw new IllegalStateException(description()
                + ": what is missing is known from all rows together, so that a sync can't be in batches");
    }

    @Override
    public String explain(DSLContext ctx) {
        return upsert.explain(ctx);
    }

    @Override
    public List<RowCountQuery> queries() {
        SettledRows<E> settled = upsert.read();
        List<RowCountQuery> queries = new ArrayList<>();
        if (locks) {
            queries.add(renderer().lock());
        }
        if (removes()) {
            Group<E> group = group(settled);
            queries.add(group.checked(renderer().removal(group.keys())));
        }
        queries.addAll(upsert.queries(settled));
        return queries;
    }

    @Override
    public List<ResultQuery<Record>> returning(Collection<? extends Field<?>> fields) {
        throw new IllegalStateException(
                description() + " is several statements; fetch what they return, or see queries()");
    }

    @Override
    public boolean handsBackAll() {
        return false;
    }

    @Override
    public int execute(DSLContext ctx) {
        return orStale(ctx, List.of()).written();
    }

    @Override
    public Result<Record> fetch(DSLContext ctx, List<? extends Field<?>> fields) {
        Told<E> told = orStale(ctx, fields);
        Result<Record> result = told.handedBack(ctx, handsBackAll());
        result.addAll(told.removed());
        result.attach(ctx.configuration());
        return result;
    }

    @Override
    public Told<E> orStale(DSLContext ctx, List<? extends Field<?>> fields) {
        return Atomic.call(ctx, model.upsert(), inner -> run(inner, fields, Old.NONE)
                .orStale(upsert.definition().model()));
    }

    @Override
    public Told<E> outcomes(DSLContext ctx, List<? extends Field<?>> fields, boolean withOld) {
        Old old = withOld ? ServerVersion.of(ctx).old(model.upsert().table()) : Old.NONE;
        return Atomic.call(ctx, model.upsert(), inner -> run(inner, fields, old));
    }

    /** What would happen, by reading alone. */
    public Map<Status, Integer> dryRun(DSLContext ctx) {
        RowSource source = upsert.preferredBy(ctx).source();
        Sync<E> sync = via(source == RowSource.COPY ? RowSource.UNNEST : source);
        return Refusal.explained(model.upsert(), () -> sync.counted(AllRows.in(ctx)));
    }

    /** Without COPY, since who may only read can't create its table. */
    private Map<Status, Integer> counted(DSLContext ctx) {
        SettledRows<E> settled = upsert.read(ctx);
        List<Answer<E>> answers = new ArrayList<>();
        for (Grouping<E> part : Grouping.of(upsert.definition(), settled.rows())) {
            if (part.definition().model() instanceof UpsertModel<?, E> upserted) {
                Group<E> group = part.group();
                ResultQuery<Record> query =
                        group.checked(ctx, new DryRunRenderer(model.scope(), upserted).render(group.table(true)));
                answers.add(new Answer<>(group, Report.STATUS.fetch(ctx, query), Status.INSERTED));
            }
        }
        Map<Status, Integer> counts =
                new EnumMap<>(Told.of(settled, model.upsert().duplicates(), Report.STATUS, answers)
                        .counts());
        if (removes()) {
            Group<E> group = group(settled);
            counts.merge(
                    Status.DELETED,
                    ctx.fetchValue(group.checked(ctx, renderer().countMissing(group.keys()))),
                    Integer::sum);
        }
        return counts;
    }

    private Told<E> run(DSLContext ctx, List<? extends Field<?>> fields, Old old) {
        if (locks) {
            Refusal.explained(model.upsert(), () -> ctx.execute(renderer().lock()));
        }
        SettledRows<E> settled = upsert.read(ctx);
        Result<Record> removed = removes()
                ? remove(ctx, settled, new Report(fields, Old.NONE))
                : ctx.newResult(Report.STATUS.fields().toArray(Field<?>[]::new));
        Field<Boolean> inScope = field(model.scope());
        Told<E> told = upsert.outcomes(ctx, settled, new Report(fields, List.of(inScope), old));
        told.rows().forEach(row -> refuseOutside(row, told.report()));
        return told.withRemoved(removed);
    }

    private void refuseOutside(Told.Row<E> row, Report report) {
        if (row.status().isWritten() && row.records().stream().anyMatch(report::isOutside)) {
            throw new IllegalStateException(
                    description() + ": row " + row.number()
                            + " would be outside the scope after this, so the next sync wouldn't find it; set the columns that the scope is about");
        }
    }

    private Result<Record> remove(DSLContext ctx, SettledRows<E> settled, Report report) {
        Result<Record> removed = Staging.callWithKeys(
                ctx,
                group(settled),
                (inner, group) ->
                        report.fetch(inner, group.checked(inner, renderer().removed(group.keys(), report))));
        Guard.check(
                model,
                removed.size(),
                () -> removed.size() + ctx.fetchValue(renderer().countPresent()),
                settled.rows().isEmpty());
        return removed;
    }

    private boolean removes() {
        return !(model.removal() instanceof Removal.Keep);
    }

    private SyncRenderer<?, E> renderer() {
        return new SyncRenderer<>(model);
    }

    private Group<E> group(SettledRows<E> settled) {
        return new Group<>(
                upsert.definition().model(), settled.rows(), upsert.definition().source());
    }
}
