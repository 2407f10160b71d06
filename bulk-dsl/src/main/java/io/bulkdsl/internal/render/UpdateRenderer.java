// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.Assignment;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.UpdateModel;
import io.bulkdsl.internal.render.Report.Old;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.UpdateConditionStep;
import org.jooq.UpdateSetFirstStep;
import org.jooq.impl.DSL;

/**
 * The update:
 *
 * <pre>
 * update book
 * set stock = coalesce(book.stock + incoming.stock, incoming.stock, book.stock)
 * from (values (?, ?), (?, ?)) as incoming (isbn, stock)
 * where book.isbn = incoming.isbn [and (condition)] [and book.version is not distinct from incoming.version]
 * [and (book.stock is distinct from … or …)]
 * [returning …]
 * </pre>
 *
 * With operators other than equality {@link FirstMatch} takes the place of the values. Outcomes are the same with {@code
 * returning incoming.row_number, 'UPDATED', …}, unless rows may be found and left as they are, or old values are asked
 * for of a server that doesn't return them. Then:
 *
 * <pre>
 * with found as (…),
 *      updated as (update book set … from found where book.id = found.target_1 and … returning found.row_number, …)
 * select updated.row_number, 'UPDATED', … from updated
 * union all select found.row_number, 'UNCHANGED', … from found where not exists (…)
 * </pre>
 *
 * In key order the rows are locked first: {@code with found as (… order by … for no key update of book) update book set … from
 * found where …}. A row that isn't locked isn't updated either, since both see the same snapshot.
 *
 * @param locks whether rows are locked in key order
 */
public record UpdateRenderer<R extends Record, E>(UpdateModel<R, E> model, boolean locks) implements StatementRenderer {

    private static final Name UPDATED = name("updated");

    @Override
    public boolean needsOrdinal() {
        return locks || !model.matchesByEquality();
    }

    @Override
    public RowCountQuery render(IncomingTable rows) {
        return update(rows);
    }

    @Override
    public ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning) {
        return update(rows).returningResult(returning);
    }

    @Override
    public ResultQuery<Record> outcomes(IncomingTable rows, Report report) {
        if (!model.writes()) {
            return foundOnly(rows, report);
        }
        return model.existing().comparison().skipsUnchanged()
                        || model.existing().version() != null
                        || report.old() == Old.LOCKED
                        || locks
                ? withFound(rows, report)
                : update(rows).returningResult(written(rows, List.of(), report));
    }

    @Override
    public Status untold() {
        return Status.NOT_FOUND;
    }

    private UpdateConditionStep<R> update(IncomingTable rows) {
        MatchedRows matched = MatchedRows.of(model, model.existing().where(), rows);
        if (!locks) {
            return update(DSL.update(model.table()), matched.incoming(), matched.conditions());
        }
        Found<E> found = new Found<>(model, null, Target.of(model.table()), Report.STATUS, true);
        return update(
                DSL.with(found.in(matched.incoming(), matched.conditions())).update(model.table()),
                Found.asIncoming(model),
                found.join(model.existing().where()));
    }

    private ResultQuery<Record> withFound(IncomingTable rows, Report report) {
        boolean lock = locks || report.old() == Old.LOCKED || model.existing().version() != null;
        Target target = Target.of(model, report);
        Found<E> found = new Found<>(model, model.existing().version(), target, report, lock);
        MatchedRows matched = MatchedRows.of(model, model.existing().where(), rows);
        IncomingTable source = Found.asIncoming(model);
        var updated = update(
                        DSL.update(model.table()),
                        source,
                        found.join(model.existing().where()))
                .returningResult(written(source, target.of(Found.nameIn(model)), report));
        List<Field<?>> columns = new ArrayList<>();
        columns.add(IncomingTable.ordinalOf(UPDATED));
        columns.add(Report.status(Status.UPDATED));
        columns.addAll(report.valuesIn(UPDATED));
        return DSL.with(found.in(matched.incoming(), matched.conditions()), UPDATED.as(updated))
                .select(columns)
                .from(table(UPDATED))
                .unionAll(found.unless(UPDATED));
    }

    /** Of rows that have nothing to say. */
    private ResultQuery<Record> foundOnly(IncomingTable rows, Report report) {
        Found<E> found = new Found<>(model, model.existing().version(), Target.of(model.table()), report, false);
        MatchedRows matched = MatchedRows.of(model, model.existing().where(), rows);
        return DSL.with(found.in(matched.incoming(), matched.conditions()))
                .select(DSL.asterisk())
                .from(found.all().asTable("told"));
    }

    private List<Field<?>> written(IncomingTable source, List<Field<?>> target, Report report) {
        List<Field<?>> returning = new ArrayList<>();
        returning.add(source.ordinal());
        if (target.isEmpty()) {
            returning.add(Report.status(Status.UPDATED));
        }
        returning.addAll(target);
        returning.addAll(report.asNew());
        returning.addAll(report.returningOld(Found.nameIn(model)));
        return returning;
    }

    private UpdateConditionStep<R> update(UpdateSetFirstStep<R> update, IncomingTable source, List<Condition> matches) {
        Changes changes = changes(source);
        List<Condition> conditions = new ArrayList<>(matches);
        if (model.existing().version() != null) {
            conditions.add(model.existing().version().matches(source));
        }
        conditions.addAll(changes.conditions());
        return update.set(changes.assignments()).from(source.table()).where(conditions);
    }

    private Changes changes(IncomingTable source) {
        return Changes.ofIncoming(
                        values(model.assignments(), source), model.existing().comparison())
                .withAudits(values(model.whenChanged(), source))
                .with(values(model.versions(), source));
    }

    private static <E> Map<Field<?>, Field<?>> values(List<? extends Assignment<E>> assignments, IncomingTable source) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        assignments.forEach(assignment -> values.put(assignment.column(), assignment.value(source)));
        return values;
    }
}
