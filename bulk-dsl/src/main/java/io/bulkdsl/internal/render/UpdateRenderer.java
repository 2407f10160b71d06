// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.Assignment;
import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.Key;
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
 * where book.isbn = incoming.isbn [and (condition)]
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
        IncomingTable source = rows;
        List<Condition> conditions = new ArrayList<>();
        if (!model.matchesByEquality()) {
            source = FirstMatch.of(model, model.where(), rows);
            conditions.addAll(FirstMatch.join(model, source));
        }
        for (Key<E, ?, ?> key : model.keys()) {
            conditions.add(key.match(source));
        }
        conditions.addAll(model.where());
        return DSL.update(model.table())
                .set(assignments(source))
                .from(source.table())
                .where(conditions);
    }

    private Map<Field<?>, Field<?>> assignments(IncomingTable rows) {
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>();
        for (Assignment<E> assignment : model.assignments()) {
            result.put(assignment.column(), assignment.value(rows));
        }
        return result;
    }
}
