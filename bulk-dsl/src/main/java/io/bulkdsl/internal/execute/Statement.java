// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.source.CopyAccess;
import io.bulkdsl.internal.source.DuplicateRows;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.RowReader;
import io.bulkdsl.internal.source.Rows;
import io.bulkdsl.internal.source.SettledRows;
import io.bulkdsl.internal.source.SourceChoice;
import io.bulkdsl.internal.watch.Watching;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Table;

/** A definition with rows: from the caller's elements to jOOQ's queries, and to their execution. */
public record Statement<E>(Definition<E> definition, Rows<E> rows) implements Work<E> {

    @Override
    public String description() {
        return model().description();
    }

    @Override
    public Table<?> table() {
        return model().table();
    }

    /** One query for each set of columns that rows have something to say about: nearly always one. */
    @Override
    public List<RowCountQuery> queries() {
        return queries(read());
    }

    List<RowCountQuery> queries(SettledRows<E> settled) {
        return writing(settled.rows()).stream()
                .map(part -> part.group().query(part.execution().renderer()))
                .toList();
    }

    @Override
    public List<ResultQuery<Record>> returning(Collection<? extends Field<?>> fields) {
        return writing(read().rows()).stream()
                .map(part -> part.group().returning(part.execution().renderer(), fields))
                .toList();
    }

    @Override
    public RowSource source() {
        return definition.source();
    }

    @Override
    public Statement<E> via(RowSource source) {
        return new Statement<>(definition.via(source), rows);
    }

    @Override
    public Statement<E> lockingInKeyOrder() {
        return new Statement<>(definition.lockingInKeyOrder(), rows);
    }

    @Override
    public Parallel<E> parallel(int connections) {
        return Parallel.of(this, connections);
    }

    @Override
    public Statement<E> divisible() {
        if (model().setsKeys()) {
            throw new IllegalStateException(
                    description()
                            + ": keys are set, so that a row of one batch may match what another has written; send all rows in one statement");
        } else if (!model().isDivisible()) {
            throw new IllegalStateException(
                    description()
                            + ": with operators other than eq() and notDistinct() rows of different batches may match the same row of the table, and the first of all is to win");
        }
        return this;
    }

    @Override
    public String explain(DSLContext ctx) {
        return writing(read(ctx).rows()).stream()
                .map(part -> part.group().choiceToExecute(CopyAccess.of(ctx)))
                .map(choice -> choice.source() + ": " + choice.why().get())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean handsBackAll() {
        return definition.execution().handsBackAll();
    }

    @Override
    public int execute(DSLContext ctx) {
        boolean needNotBeKept = rows.isStream() || model().keys().isEmpty();
        if (needNotBeKept && Streamed.isPossible(definition)) {
            return BadRow.named(ctx, this, this::again, () -> executeStream(ctx));
        }
        SettledRows<E> settled = read(ctx);
        return BadRow.named(ctx, this, settled::rows, () -> execute(ctx, settled));
    }

    /** Whether there are many is known when so many have been read. */
    private int executeStream(DSLContext ctx) {
        try (RowReader<E> reader = new RowReader<>(rows, model().cells())) {
            List<IncomingRow<E>> first =
                    reader.readAtMost(SourceChoice.rowsOf(Group.copyFrom(model()), model().cells()));
            if (!first.isEmpty() && isCopied(ctx, first)) {
                return new Streamed<>(definition, Watching.reading(ctx, reader.after(first))).execute(ctx, this::again);
            }
            first.addAll(reader.readAtMost(Integer.MAX_VALUE));
            return execute(ctx, settle(ctx, first));
        }
    }

    private boolean isCopied(DSLContext ctx, List<IncomingRow<E>> first) {
        return new Group<>(model(), first, source())
                        .choiceToExecute(CopyAccess.of(ctx))
                        .source()
                == RowSource.COPY;
    }

    /** For explaining an error; of a stream nothing can be said. */
    private List<IncomingRow<E>> again() {
        return rows.isStream() ? List.of() : read().rows();
    }

    public int execute(DSLContext ctx, SettledRows<E> settled) {
        if (settled.rows().isEmpty()) {
            return 0;
        }
        List<Grouping<E>> groups = groups(settled.rows());
        if (isOneQuery(groups)) {
            Grouping<E> only = groups.get(0);
            return Staging.execute(ctx, only.group(), only.execution().renderer());
        }
        return counted(ctx, settled).written();
    }

    /** Writes, and tells which rows needed nothing too. */
    public Told<E> counted(DSLContext ctx, SettledRows<E> settled) {
        return orStale(ctx, settled, Report.STATUS);
    }

    /** In the columns of a report, or those alone. */
    @Override
    public Result<Record> fetch(DSLContext ctx, List<? extends Field<?>> fields) {
        SettledRows<E> settled = read(ctx);
        return BadRow.named(ctx, this, settled::rows, () -> fetch(ctx, settled, fields));
    }

    private Result<Record> fetch(DSLContext ctx, SettledRows<E> settled, List<? extends Field<?>> fields) {
        if (settled.rows().isEmpty()) {
            return ctx.newResult(fields.toArray(Field<?>[]::new));
        }
        List<Grouping<E>> groups = groups(settled.rows());
        if (isOneQuery(groups)) {
            Grouping<E> only = groups.get(0);
            Result<Record> result = Staging.call(
                    ctx,
                    only.group(),
                    (inner, group) ->
                            inner.fetch(group.returning(inner, only.execution().renderer(), fields)));
            result.attach(ctx.configuration());
            return result;
        }
        return orStale(ctx, settled, new Report(fields, Report.Old.NONE)).handedBack(ctx, handsBackAll());
    }

    @Override
    public Told<E> orStale(DSLContext ctx, List<? extends Field<?>> fields) {
        SettledRows<E> settled = read(ctx);
        Report report = new Report(fields, Report.Old.NONE);
        return BadRow.named(ctx, this, settled::rows, () -> orStale(ctx, settled, report));
    }

    @Override
    public Told<E> outcomes(DSLContext ctx, List<? extends Field<?>> fields, boolean withOld) {
        Report.Old old = withOld ? ServerVersion.of(ctx).old(model().table()) : Report.Old.NONE;
        if (definition.locks() && old == Report.Old.LOCKED && model() instanceof UpsertModel) {
            throw new IllegalStateException(
                    description()
                            + ": can't lock in key order, since before PostgreSQL 18 an upsert that tells old values locks existing rows before it inserts new ones");
        }
        SettledRows<E> settled = read(ctx);
        return BadRow.named(ctx, this, settled::rows, () -> outcomes(ctx, settled, new Report(fields, old)));
    }

    private Told<E> orStale(DSLContext ctx, SettledRows<E> settled, Report report) {
        return model().checksVersion()
                ? Atomic.call(
                        ctx, model(), inner -> outcomes(inner, settled, report).orStale(model()))
                : outcomes(ctx, settled, report);
    }

    Told<E> outcomes(DSLContext ctx, SettledRows<E> settled, Report report) {
        return told(settled, report, answers(ctx, settled, report));
    }

    Told<E> told(SettledRows<E> settled, Report report, List<Answer<E>> answers) {
        return Told.of(settled, model().duplicates(), report, answers);
    }

    List<Answer<E>> answers(DSLContext ctx, SettledRows<E> settled, Report report) {
        if (settled.rows().isEmpty()) {
            return List.of();
        }
        List<Grouping<E>> groups = groups(settled.rows());
        boolean inSteps = groups.size() > 1
                || groups.stream().anyMatch(part -> part.execution().takesSteps());
        return inSteps
                ? Atomic.call(ctx, model(), inner -> answers(inner, groups, report))
                : answers(ctx, groups, report);
    }

    private static <E> List<Answer<E>> answers(DSLContext ctx, List<Grouping<E>> groups, Report report) {
        List<Answer<E>> answers = new ArrayList<>();
        for (Grouping<E> part : groups) {
            answers.add(new Answer<>(
                    part.group(),
                    Staging.execute(ctx, part.group(), part.execution(), report),
                    part.execution().renderer().untold()));
        }
        return answers;
    }

    private static boolean isOneQuery(List<? extends Grouping<?>> groups) {
        return groups.size() == 1 && groups.get(0).execution().isOneQuery();
    }

    /** Reads the rows; the values are checked, duplicates settled. */
    SettledRows<E> read() {
        return DuplicateRows.settle(model(), RowReader.read(rows, model().cells()));
    }

    /** The same where a server can be asked what its equality is. */
    SettledRows<E> read(DSLContext ctx) {
        return settle(ctx, RowReader.read(rows, model().cells()));
    }

    public SettledRows<E> settle(DSLContext ctx, List<IncomingRow<E>> read) {
        Watching.read(ctx, read.size());
        SettledRows<E> settled = DuplicateRows.settle(model(), read);
        Map<Integer, Integer> firstOfSameKey = definition.equality().firstOfSameKey(ctx, model(), settled.rows());
        return firstOfSameKey.isEmpty() ? settled : DuplicateRows.settle(model(), settled, firstOfSameKey);
    }

    /** Those with anything to write: records that no one touched have nothing. */
    private List<Grouping<E>> writing(List<IncomingRow<E>> settled) {
        return groups(settled).stream()
                .filter(part -> part.definition().model().writes())
                .toList();
    }

    private List<Grouping<E>> groups(List<IncomingRow<E>> settled) {
        List<Grouping<E>> groups = Grouping.of(definition, settled);
        if (definition.locks() && groups.size() > 1) {
            throw new IllegalStateException(description()
                    + ": can't lock in key order, since these rows set different columns and go by several statements");
        }
        return groups;
    }

    public StatementModel<E> model() {
        return definition.model();
    }
}
