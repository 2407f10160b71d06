// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.IncomingTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Columns as the statement wants them, of a table that has them as they came:
 *
 * <pre>
 * (select incoming.row_number, incoming.isbn, cast(incoming.tags as text[]) as tags from … as incoming [order by …]) as incoming
 * </pre>
 */
final class Arrived {

    /** The table as it is, if all columns came as they are and in order; it must have the alias already. */
    static IncomingTable of(
            Name alias,
            Table<?> table,
            List<? extends CarriedColumn<?>> columns,
            boolean ordinal,
            List<? extends OrderField<?>> order) {
        if (order.isEmpty() && columns.stream().noneMatch(CarriedColumn::isCast)) {
            return new IncomingTable(table, alias);
        }
        List<Field<?>> selected = new ArrayList<>();
        if (ordinal) {
            selected.add(IncomingTable.ordinalOf(alias));
        }
        columns.forEach(column -> selected.add(column.arrived(alias)));
        return new IncomingTable(DSL.select(selected).from(table).orderBy(order).asTable(alias), alias);
    }

    private Arrived() {}
}
