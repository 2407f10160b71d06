// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.DeleteModel;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
import io.bulkdsl.internal.model.RowVersion;
import io.bulkdsl.internal.model.StatementModel;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.SelectWhereStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table that input rows belong to, as the statement finds them:
 *
 * <pre>
 * found as (
 *   select incoming.row_number, incoming.isbn, incoming.stock, book.id as target_1, book.title as o1
 *   from book, (values …) as incoming (row_number, isbn, stock)
 *   where book.isbn = incoming.isbn
 *   [order by incoming.isbn[, book.id] for {no key update | update} of book])
 * </pre>
 *
 * <p>With the lock, what is found is what is there when the statement writes, and nobody changes it meanwhile; without,
 * it is what the statement's snapshot shows.
 *
 * @param target how a found row is told from another with the same key, if the table has a primary key
 */
record Found<E>(
        StatementModel<E> model, @Nullable RowVersion<E, ?> version, Target target, Report report, boolean lock) {

    /** {@code found}, unless the table has that name. */
    static Name nameIn(StatementModel<?> model) {
        return name(model.table().getName().equals("found") ? "found_rows" : "found");
    }

    /** What takes the place of the incoming table in the statement that writes. */
    static IncomingTable asIncoming(StatementModel<?> model) {
        return new IncomingTable(table(nameIn(model)), nameIn(model));
    }

    CommonTableExpression<Record> in(IncomingTable rows, List<Condition> conditions) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(rows.ordinal());
        model.cells().forEach(cell -> columns.add(rows.field(cell.incoming())));
        columns.addAll(target.selected());
        columns.addAll(report.asFound());
        if (version != null) {
            columns.add(field(version.matches(rows).not()).as(IncomingTable.IS_STALE));
        }
        var found = select(columns).from(model.table(), rows.table()).where(conditions);
        return nameIn(model).as(lock ? locked(found.orderBy(order(rows))) : found);
    }

    /** As the statement itself will lock the rows, or it would have to wait once more. */
    private Select<Record> locked(SelectForUpdateStep<Record> found) {
        return model instanceof DeleteModel
                ? found.forUpdate().of(model.table())
                : found.forNoKeyUpdate().of(model.table());
    }

    /** What ties a found row to its row of the table. */
    List<Condition> join() {
        return target.join(nameIn(model));
    }

    /** The same, if it still has the key and fulfils the conditions. */
    List<Condition> join(List<Condition> where) {
        List<Condition> conditions = new ArrayList<>(join());
        model.keys().forEach(key -> conditions.add(key.match(asIncoming(model))));
        conditions.addAll(where);
        return conditions;
    }

    /**
     * The found rows that weren't written:
     *
     * <pre>
     * select found.row_number, 'UNCHANGED', found.o1, found.o1 from found
     * where not exists (select 1 from updated where updated.row_number = found.row_number and …)
     * </pre>
     */
    Select<Record> unless(Name written) {
        Name name = nameIn(model);
        List<Condition> same = new ArrayList<>(target.join(written, name));
        same.add(IncomingTable.ordinalOf(written).eq(IncomingTable.ordinalOf(name)));
        return all().where(Exists.notIn(table(written), same));
    }

    /** The found rows, where nothing is written. */
    SelectWhereStep<Record> all() {
        Name name = nameIn(model);
        List<Field<?>> columns = new ArrayList<>();
        columns.add(IncomingTable.ordinalOf(name));
        columns.add(status(name));
        columns.addAll(report.foundIn(name));
        return select(columns).from(table(name));
    }

    private Field<String> status(Name name) {
        Field<String> unchanged = Report.status(Status.UNCHANGED);
        return version == null
                ? unchanged
                : when(field(name.append(IncomingTable.IS_STALE), SQLDataType.BOOLEAN), Report.status(Status.STALE))
                        .otherwise(unchanged);
    }

    private List<Field<?>> order(IncomingTable rows) {
        List<Field<?>> result = new ArrayList<>();
        for (Key<E, ?, ?> key : model.keys()) {
            result.add(key.order(rows));
        }
        if (!model.isKeyUnique()) {
            result.addAll(target.columns());
        }
        return result;
    }
}
