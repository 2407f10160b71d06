// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.ConflictTarget;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.UpsertModel;
import io.bulkdsl.internal.render.Report.Old;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.InsertReturningStep;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectWhereStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The upsert where ON CONFLICT can't do it: without a unique index, with a version to check, or with values that {@code
 * excluded} can't carry, since it holds what the column holds:
 *
 * <pre>
 * with incoming as (select * from (values …) as incoming (row_number, sku, labels)),
 *      found as (select incoming.*, … from price, incoming where price.sku = … order by … [for no key update of price]),
 *      updated as (update price set labels = array_remove(price.labels, found.labels) from found
 *                  where price.sku = … returning found.row_number, …),
 *      inserted as (insert into price (sku, labels) select … from incoming
 *                   where not exists (select 1 from found where found.row_number = incoming.row_number)
 *                   order by … [on conflict (sku) do nothing] returning …)
 * select … 'UPDATED' … from updated
 * union all select … 'INSERTED' … from inserted join incoming on …
 * union all select … 'UNCHANGED' … from found where not exists (…)
 * </pre>
 *
 * An input row that this says nothing of was kept out by a row that another transaction inserted meanwhile.
 *
 * @param inserts whether rows that don't exist are created
 */
public record UpdateThenInsertRenderer<R extends Record, E>(UpsertModel<R, E> model, boolean inserts)
        implements StatementRenderer {

    private static final Name UPDATED = name("updated");

    private static final Name TOLD = name("told");

    private static final Field<String> STATUS = field(TOLD.append("status"), SQLDataType.VARCHAR);

    public UpdateThenInsertRenderer(UpsertModel<R, E> model) {
        this(model, true);
    }

    /** The same leaving out rows that don't exist. */
    public UpdateThenInsertRenderer<R, E> updateOnly() {
        return new UpdateThenInsertRenderer<>(model, false);
    }

    /** {@code exists (select 1 from incoming where not exists (select 1 from log_entry where …))}. */
    public Field<Boolean> anyIsNew(IncomingTable incoming) {
        return field(
                "exists ({0})",
                SQLDataType.BOOLEAN,
                Exists.anyOf(incoming.table(), List.of(Exists.notIn(model.table(), existing(incoming)))));
    }

    /** {@code lock table log_entry in share row exclusive mode}: readers go on, other writers wait. */
    public RowCountQuery lock() {
        return Lock.of(model.table());
    }

    private List<Condition> existing(IncomingTable incoming) {
        List<Condition> result = new ArrayList<>(new Inserted<>(model).existing(incoming));
        model.keys().forEach(key -> result.add(key.isNotCut(incoming)));
        return result;
    }

    @Override
    public boolean needsOrdinal() {
        return true;
    }

    @Override
    public RowCountQuery render(IncomingTable rows) {
        return DSL.query("{0}", outcomes(rows, Report.STATUS));
    }

    @Override
    public ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning) {
        Report report = new Report(List.copyOf(returning), Old.NONE);
        return told(rows, report, report.renamed(TOLD)).where(STATUS.in(Status.INSERTED.name(), Status.UPDATED.name()));
    }

    @Override
    public ResultQuery<Record> outcomes(IncomingTable rows, Report report) {
        return told(rows, report, List.of(DSL.asterisk()));
    }

    private SelectWhereStep<Record> told(
            IncomingTable rows, Report report, List<? extends SelectFieldOrAsterisk> columns) {
        Inserted<E> inserted = new Inserted<>(model);
        IncomingTable incoming = Inserted.asIncoming(rows);
        Target target = Target.of(model, report);
        // under the lock on the table nothing depends on what others do to rows found; without it, one that is found
        // may
        // vanish before it is updated, and its input row would neither update nor insert
        boolean locks = !inserts
                || !(model.target() instanceof ConflictTarget.Lock)
                || model.existing().version() != null
                || report.old() == Old.LOCKED;
        Found<E> found = new Found<>(model, model.existing().version(), target, report, locks);
        List<CommonTableExpression<?>> tables = new ArrayList<>();
        tables.add(Inserted.incoming(rows));
        tables.add(found.in(incoming, existing(incoming)));
        boolean updates = !model.merged().isEmpty();
        if (updates) {
            tables.add(UPDATED.as(update(found, inserted, target, report)));
        }
        if (inserts) {
            tables.add(Inserted.NAME.as(insert(incoming).returningResult(inserted.returning(report))));
        }
        Select<Record> told = updates ? updated(report).unionAll(found.unless(UPDATED)) : found.all();
        Select<Record> all = inserts ? told.unionAll(created(inserted, incoming, report)) : told;
        return DSL.with(tables).select(columns).from(all.asTable(TOLD, report.names()));
    }

    /** A row that was neither found nor inserted. */
    @Override
    public Status untold() {
        return Status.CONFLICT;
    }

    private static Select<Record> updated(Report report) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(IncomingTable.ordinalOf(UPDATED));
        columns.add(Report.status(Status.UPDATED));
        columns.addAll(report.valuesIn(UPDATED));
        return select(columns).from(table(UPDATED));
    }

    private ResultQuery<Record> update(Found<E> found, Inserted<E> inserted, Target target, Report report) {
        IncomingTable source = Found.asIncoming(model);
        List<Condition> conditions = new ArrayList<>(found.join());
        conditions.addAll(inserted.existing(source));
        conditions.addAll(model.existing().where());
        if (model.existing().version() != null) {
            conditions.add(model.existing().version().matches(source));
        }
        Changes changes = Changes.joined(model, source);
        conditions.addAll(changes.conditions());
        List<Field<?>> returning = new ArrayList<>();
        returning.add(source.ordinal());
        returning.addAll(target.of(Found.nameIn(model)));
        returning.addAll(report.asNew());
        returning.addAll(report.returningOld(Found.nameIn(model)));
        return DSL.update(model.table())
                .set(changes.assignments())
                .from(source.table())
                .where(conditions)
                .returningResult(returning);
    }

    private InsertReturningStep<R> insert(IncomingTable incoming) {
        Condition isNew = Exists.notIn(
                table(Found.nameIn(model)),
                List.of(IncomingTable.ordinalOf(Found.nameIn(model)).eq(incoming.ordinal())));
        InsertOnDuplicateStep<R> insert = Insertion.of(model, incoming, List.of(isNew));
        return model.target() instanceof ConflictTarget.Lock
                ? insert
                : Insertion.onConflict(model, insert).doNothing();
    }

    private Select<Record> created(Inserted<E> inserted, IncomingTable incoming, Report report) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(inserted.rowNumber(incoming));
        columns.add(Report.status(Status.INSERTED));
        columns.addAll(report.newValuesIn(Inserted.NAME));
        return select(columns)
                .from(table(Inserted.NAME))
                .leftJoin(incoming.table())
                .on(inserted.sameKey(incoming));
    }
}
