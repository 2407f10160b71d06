// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.InsertModel;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.render.Report;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.source.BindLimit;
import io.bulkdsl.internal.source.CopyAccess;
import io.bulkdsl.internal.source.IncomingRow;
import io.bulkdsl.internal.source.SourceChoice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;

/**
 * Rows that go to the server together.
 *
 * @param staged the table they are in already, if they were copied
 */
record Group<E>(
        StatementModel<E> model,
        List<IncomingRow<E>> rows,
        RowSource source,
        @Nullable IncomingTable staged) {

    Group(StatementModel<E> model, List<IncomingRow<E>> rows, RowSource source) {
        this(model, rows, source, null);
    }

    Group<E> in(IncomingTable table) {
        return new Group<>(model, rows, source, table);
    }

    /** The same in parts that a statement can carry, if the way they travel was left to us. */
    List<Group<E>> portions(RowSource chosen) {
        int most = SourceChoice.mostRows(chosen, model.cells());
        if (source != RowSource.AUTO || rows.size() <= most || !model.isDivisible()) {
            return List.of(this);
        }
        List<Group<E>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += most) {
            portions.add(new Group<>(model, rows.subList(from, Math.min(rows.size(), from + most)), chosen));
        }
        return portions;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    RowCountQuery query(StatementRenderer renderer) {
        return checked(renderer.render(table(renderer.needsOrdinal())));
    }

    /** The same to be executed. */
    RowCountQuery query(DSLContext ctx, StatementRenderer renderer) {
        return checked(ctx, renderer.render(table(renderer.needsOrdinal())));
    }

    ResultQuery<Record> returning(StatementRenderer renderer, Collection<? extends Field<?>> fields) {
        return checked(renderer.render(table(renderer.needsOrdinal()), fields));
    }

    /** The same to be executed. */
    ResultQuery<Record> returning(DSLContext ctx, StatementRenderer renderer, Collection<? extends Field<?>> fields) {
        return checked(ctx, renderer.render(table(renderer.needsOrdinal()), fields));
    }

    Result<Record> fetch(DSLContext ctx, StatementRenderer renderer, Report report) {
        return report.fetch(ctx, checked(ctx, renderer.outcomes(table(true), report)));
    }

    IncomingTable table(boolean ordinal) {
        return open(model.cells(), ordinal);
    }

    /** The keys alone. */
    IncomingTable keys() {
        return open(model.keys(), false);
    }

    SourceChoice choice(CopyAccess copy) {
        return choice(model.cells(), copy, SourceChoice.MANY_VALUES);
    }

    /** For executing it, without looking at what comes of it. */
    SourceChoice choiceToExecute(CopyAccess copy) {
        return choice(model.cells(), copy, copyFrom(model));
    }

    /** How many values are worth a COPY. */
    static int copyFrom(StatementModel<?> model) {
        return model instanceof InsertModel<?, ?> insert && insert.isPlain()
                ? SourceChoice.MANY_VALUES_STRAIGHT
                : SourceChoice.MANY_VALUES;
    }

    private IncomingTable open(List<? extends Cell<E>> cells, boolean ordinal) {
        return staged != null
                ? staged
                : SourceChoice.inOneQuery(source, model.description(), cells, rows.size())
                        .open(alias(), cells, rows, ordinal);
    }

    private SourceChoice choice(List<? extends Cell<E>> cells, CopyAccess copy, int copyFrom) {
        return SourceChoice.of(source, model.description(), cells, rows.size(), copy, copyFrom);
    }

    Name alias() {
        return IncomingTable.aliasFor(model.table());
    }

    /** The rows that a result says nothing of; usually few, so that they aren't copied. */
    Group<E> unless(Result<Record> told) {
        Set<Integer> numbers = new HashSet<>();
        told.forEach(row -> numbers.add(Report.rowNumberOf(row)));
        return new Group<>(
                model,
                rows.stream().filter(row -> !numbers.contains(row.number())).toList(),
                staged == null ? source : RowSource.AUTO);
    }

    <Q extends QueryPart> Q checked(Q query) {
        return BindLimit.checked(
                query, model.description(), rows.size(), model.cells().size() + 1);
    }

    /** The same to be executed. */
    <Q extends QueryPart> Q checked(DSLContext ctx, Q query) {
        return BindLimit.checked(
                ctx, query, model.description(), rows.size(), model.cells().size() + 1);
    }
}
