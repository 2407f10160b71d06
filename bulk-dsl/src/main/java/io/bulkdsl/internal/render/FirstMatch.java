// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import io.bulkdsl.internal.model.IncomingTable;
import io.bulkdsl.internal.model.StatementModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Several rows may match one target row where an operator is no equality; this leaves each target row the first, in
 * input order:
 *
 * <pre>
 * (select distinct on (book.id) book.id as target_1, incoming.row_number, incoming.id, incoming.stock
 *  from book, (values …) as incoming (row_number, id, stock)
 *  where book.id >= incoming.id [and (condition)]
 *  order by book.id, incoming.row_number) as incoming
 * </pre>
 *
 * <p>The statement around it joins by {@code book.id = incoming.target_1} and repeats the conditions. By the primary
 * key, not by ctid: a row that another transaction changed meanwhile has a new ctid and would be lost. The repeated
 * conditions are what PostgreSQL checks again on such a row.
 */
final class FirstMatch {

    static IncomingTable of(StatementModel<?> model, List<Condition> where, IncomingTable rows) {
        Target target = target(model);
        List<Field<?>> columns = target.selected();
        columns.add(rows.ordinal());
        model.cells().forEach(cell -> columns.add(rows.field(cell.incoming())));
        List<Field<?>> order = new ArrayList<>(target.columns());
        order.add(rows.ordinal());
        return rows.as(DSL.select(columns)
                .distinctOn(target.columns())
                .from(model.table(), rows.table())
                .where(Stream.concat(model.keys().stream().map(key -> key.match(rows)), where.stream())
                        .toList())
                .orderBy(order)
                .asTable());
    }

    /** What ties a picked row to its target row. */
    static List<Condition> join(StatementModel<?> model, IncomingTable picked) {
        return target(model).join(picked.alias());
    }

    private static Target target(StatementModel<?> model) {
        return Target.required(
                model,
                "with operators other than eq() and notDistinct() several rows may match one row of the table, and the first is found");
    }

    private FirstMatch() {}
}
