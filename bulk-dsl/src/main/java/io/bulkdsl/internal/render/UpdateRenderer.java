// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.Assignment;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.UpdateModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.UpdateConditionStep;
import org.jooq.impl.DSL;

/**
 * The update:
 *
 * <pre>
 * update book
 * set stock = coalesce(book.stock + incoming.stock, incoming.stock, book.stock)
 * from (values (?, ?), (?, ?)) as incoming (isbn, stock)
 * where book.isbn = incoming.isbn [and (condition)] [and (book.stock is distinct from … or …)]
 * [returning …]
 * </pre>
 *
 * With operators other than equality {@link FirstMatch} takes the place of the values.
 */
public record UpdateRenderer<R extends Record, E>(UpdateModel<R, E> model) implements StatementRenderer {

    @Override
    public boolean needsOrdinal() {
        return !model.matchesByEquality();
    }

    @Override
    public RowCountQuery render(IncomingTable rows) {
        return update(rows);
    }

    @Override
    public ResultQuery<Record> render(IncomingTable rows, Collection<? extends Field<?>> returning) {
        return update(rows).returningResult(returning);
    }

    private UpdateConditionStep<R> update(IncomingTable rows) {
        MatchedRows matched = MatchedRows.of(model, model.where(), rows);
        Map<Field<?>, Field<?>> assignments = new LinkedHashMap<>();
        for (Assignment<E> assignment : model.assignments()) {
            assignments.put(assignment.column(), assignment.value(matched.incoming()));
        }
        Condition changed = Changed.any(assignments);
        for (Assignment.WithoutIncoming<E, ?> audit : model.whenChanged()) {
            assignments.put(
                    audit.column(), model.onlyChanged() ? audit.value(matched.incoming()) : audit.valueIf(changed));
        }
        List<Condition> conditions = new ArrayList<>(matched.conditions());
        if (model.onlyChanged()) {
            conditions.add(changed);
        }
        return DSL.update(model.table())
                .set(assignments)
                .from(matched.incoming().table())
                .where(conditions);
    }
}
