// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.model.Upserted;
import io.bulkdsl.internal.render.Report.Old;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertOnConflictDoUpdateStep;
import org.jooq.InsertReturningStep;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The upsert:
 *
 * <pre>
 * insert into price (sku, amount, seen, first_seen)
 * select incoming.sku, incoming.amount, incoming.seen, now()
 * from (values (?, ?, ?), (?, ?, ?)) as incoming (sku, amount, seen)
 * [where not exists (select 1 from price where price.sku = incoming.sku and not (price.amount is distinct from … or …))]
 * order by incoming.sku
 * on conflict (sku) do update
 * set amount = excluded.amount, seen = coalesce(price.seen + excluded.seen, excluded.seen, price.seen)
 * [where (condition) and (price.amount is distinct from … or …)]
 * [returning …]
 * </pre>
 *
 * The condition in front is for rows that wouldn't change: a conflict locks the row, and writes that to it and to the WAL,
 * before the condition behind it is looked at. Those that others change meanwhile are left to that.
 *
 * <p>INSERT can't return what it selects from, so for outcomes {@link Inserted} ties what it wrote to the input by key:
 *
 * <pre>
 * with incoming as (…),
 *      inserted as (insert … returning price.sku as k1, xmax = 0 as is_new, price.amount as c1),
 *      written as (select coalesce(incoming.row_number, …), case when … then 'INSERTED' else 'UPDATED' end as status, … from inserted left join incoming on …)
 * select … from written
 * [union all select incoming.row_number, 'UNCHANGED', … from price, incoming where … and not exists (… written …)]
 * </pre>
 *
 * @param holds whether existing rows are locked instead of skipped
 */
public record UpsertRenderer<R extends Record, E>(UpsertModel<R, E> model, boolean holds) implements StatementRenderer {

    private static final Name WRITTEN = name("written");

    /** An inserted row has never been locked or changed; an updated one was locked by this very statement. */
    private static final Field<Boolean> IS_NEW =
            field("(xmax = 0)", SQLDataType.BOOLEAN).as("is_new");

    private static final Field<Boolean> WAS_NEW = field(name("inserted", "is_new"), SQLDataType.BOOLEAN);

    public UpsertRenderer(UpsertModel<R, E> model) {
        this(model, false);
    }

    /** The same locking existing rows, by an update that changes nothing, so that they are told of whoever made them. */
    public UpsertRenderer<R, E> holding() {
        return new UpsertRenderer<>(model, true);
    }

    @Override
    public boolean needsOrdinal() {
        return false;
    }

    @Override
    public RowCountQuery render(IncomingTable rows) {
        return insert(rows, List.of());
    }

    @Override
    public ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning) {
        return insert(rows, List.of()).returningResult(returning);
    }

    @Override
    public ResultQuery<Record> outcomes(IncomingTable rows, Report report) {
        Inserted<E> inserted = new Inserted<>(model);
        IncomingTable incoming = Inserted.asIncoming(rows);
        boolean readsOldFirst = report.old() == Old.LOCKED;
        Found<E> found = new Found<>(model, null, new Target(List.of()), report, true);
        List<CommonTableExpression<?>> tables = new ArrayList<>();
        tables.add(Inserted.incoming(rows));
        List<Condition> which = new ArrayList<>();
        if (readsOldFirst) {
            tables.add(found.in(incoming, inserted.existing(incoming)));
            // so that the rows are locked and read before any is written
            which.add(
                    field(select(DSL.count()).from(table(Found.nameIn(model)))).ge(0));
        }
        // kept from existing rows, the insert returns new ones only
        Field<Boolean> isNew =
                model.merged().isEmpty() && !holds ? DSL.inline(true).as("is_new") : IS_NEW;
        tables.add(Inserted.NAME.as(insert(incoming, which).returningResult(inserted.returning(report, isNew))));
        tables.add(written(inserted, incoming, report));
        List<Field<?>> columns = new ArrayList<>();
        columns.add(IncomingTable.ordinalOf(WRITTEN));
        columns.add(field(WRITTEN.append("status"), SQLDataType.VARCHAR));
        columns.addAll(report.valuesIn(WRITTEN));
        var told = DSL.with(tables).select(columns).from(table(WRITTEN));
        boolean tellsUnwritten =
                !holds && model.mayLeaveRows() && !report.newColumns().isEmpty();
        return tellsUnwritten ? told.unionAll(unwritten(inserted, incoming, report)) : told;
    }

    @Override
    public Status untold() {
        return Status.UNCHANGED;
    }

    private CommonTableExpression<?> written(Inserted<E> inserted, IncomingTable incoming, Report report) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(inserted.rowNumber(incoming).as(IncomingTable.ORDINAL));
        columns.add(when(WAS_NEW, Report.status(Status.INSERTED))
                .otherwise(Report.status(holds ? Status.UNCHANGED : Status.UPDATED))
                .as("status"));
        columns.addAll(
                report.valuesIn(Inserted.NAME, report.old() == Old.LOCKED ? Found.nameIn(model) : Inserted.NAME));
        var joined = select(columns)
                .from(table(Inserted.NAME))
                .leftJoin(incoming.table())
                .on(inserted.sameKey(incoming));
        return WRITTEN.as(
                report.old() == Old.LOCKED
                        ? joined.leftJoin(table(Found.nameIn(model)))
                                .on(IncomingTable.ordinalOf(Found.nameIn(model)).eq(incoming.ordinal()))
                        : joined);
    }

    private Select<Record> unwritten(Inserted<E> inserted, IncomingTable incoming, Report report) {
        List<Condition> conditions = new ArrayList<>(inserted.existing(incoming));
        conditions.add(Exists.notIn(
                table(WRITTEN), List.of(IncomingTable.ordinalOf(WRITTEN).eq(incoming.ordinal()))));
        List<Field<?>> columns = new ArrayList<>();
        columns.add(incoming.ordinal());
        columns.add(Report.status(Status.UNCHANGED));
        columns.addAll(report.unchanged());
        return select(columns).from(model.table(), incoming.table()).where(conditions);
    }

    private InsertReturningStep<R> insert(IncomingTable rows, List<Condition> which) {
        List<Condition> conditions = new ArrayList<>(which);
        // rows that are locked and read first are compared as they are then
        if (which.isEmpty()
                && model.existing().comparison().skipsUnchanged()
                && !model.merged().isEmpty()
                && model.merged().stream().allMatch(Upserted::isForeseeable)) {
            conditions.add(Exists.notIn(model.table(), unchanged(rows)));
        }
        return onConflict(Insertion.onConflict(model, Insertion.of(model, rows, conditions)));
    }

    private List<Condition> unchanged(IncomingTable rows) {
        List<Condition> conditions = new ArrayList<>(model.target().predicate());
        model.keys().forEach(key -> conditions.add(key.match(rows)));
        conditions.add(not(Changes.joined(model, rows).changed()));
        return conditions;
    }

    private InsertReturningStep<R> onConflict(InsertOnConflictDoUpdateStep<R> insert) {
        if (holds) {
            Field<?> key = model.keys().get(0).column();
            return insert.doUpdate().set(Map.of(key, key));
        } else if (model.merged().isEmpty()) {
            return insert.doNothing();
        }
        Changes changes = Changes.onConflict(model);
        List<Condition> conditions = new ArrayList<>(model.existing().where());
        conditions.addAll(changes.conditions());
        return insert.doUpdate().set(changes.assignments()).where(conditions);
    }
}
