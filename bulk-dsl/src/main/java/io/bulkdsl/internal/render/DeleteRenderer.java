// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.contract.Status;
import io.bulkdsl.internal.model.DeleteModel;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DeleteConditionStep;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;

/**
 * The delete:
 *
 * <pre>
 * delete from book
 * using (values (?), (?)) as incoming (isbn)
 * where book.isbn = incoming.isbn [and (condition)]
 * [returning …]
 * </pre>
 *
 * With operators other than equality {@link FirstMatch} takes the place of the values. Which rows go is the same without
 * it, but not which input row {@code returning} names.
 *
 * <p>In key order the rows are locked first: {@code with found as (… order by … for update of book) delete from book using found
 * where …}.
 *
 * @param locks whether rows are locked in key order
 */
public record DeleteRenderer<R extends Record, E>(DeleteModel<R, E> model, boolean locks) implements StatementRenderer {

    @Override
    public boolean needsOrdinal() {
        return locks || !model.matchesByEquality();
    }

    @Override
    public RowCountQuery render(IncomingTable rows) {
        return delete(rows);
    }

    @Override
    public ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning) {
        return delete(rows).returningResult(returning);
    }

    /** What is returned of a deleted row is what it was: new and old values are the same. */
    @Override
    public ResultQuery<Record> outcomes(IncomingTable rows, Report report) {
        List<Field<?>> returning = new ArrayList<>();
        returning.add(locks ? Found.asIncoming(model).ordinal() : rows.ordinal());
        returning.add(Report.status(Status.DELETED));
        returning.addAll(report.unchanged());
        return delete(rows).returningResult(returning);
    }

    @Override
    public Status untold() {
        return Status.NOT_FOUND;
    }

    private DeleteConditionStep<R> delete(IncomingTable rows) {
        MatchedRows matched = MatchedRows.of(model, model.where(), rows);
        if (!locks) {
            return DSL.deleteFrom(model.table())
                    .using(matched.incoming().table())
                    .where(matched.conditions());
        }
        Found<E> found = new Found<>(model, null, Target.of(model.table()), Report.STATUS, true);
        return DSL.with(found.in(matched.incoming(), matched.conditions()))
                .delete(model.table())
                .using(Found.asIncoming(model).table())
                .where(found.join(model.where()));
    }
}
