// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import static org.jooq.impl.DSL.val;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows as one array for each column, so that any number of rows is a handful of bind values:
 *
 * <pre>
 * unnest(cast(? as bigint[]), cast(? as varchar[])) as incoming (id, title)
 * </pre>
 *
 * and where a type can't be that of an array's elements, since it is an array, a composite or known to a binding alone:
 *
 * <pre>
 * (select incoming.id, cast(incoming.tags as text[]) as tags
 *  from unnest(cast(? as bigint[]), cast(? as text[])) as incoming (id, tags)) as incoming
 * </pre>
 */
final class UnnestSource {

    /**
     * The rows under the alias given.
     *
     * @param ordinal whether the table has the column {@link IncomingTable#ORDINAL}
     */
    static <E> IncomingTable open(
            Name alias, List<? extends Cell<E>> cells, List<IncomingRow<E>> rows, boolean ordinal) {
        List<QueryPart> arrays = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        if (ordinal) {
            arrays.add(val(rows.stream().map(IncomingRow::number).toArray(Integer[]::new)));
            names.add(DSL.name(IncomingTable.ORDINAL));
        }
        List<CarriedColumn<?>> columns = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            CarriedColumn<?> column = CarriedColumn.of(cells.get(i)).orElseThrow();
            arrays.add(array(column, rows, i));
            names.add(column.name());
            columns.add(column);
        }
        Table<?> table = DSL.table("unnest({0})", DSL.list(arrays)).as(alias, names.toArray(Name[]::new));
        return Arrived.of(alias, table, columns, ordinal, List.of());
    }

    private static <V> Field<?> array(CarriedColumn<V> column, List<? extends IncomingRow<?>> rows, int index) {
        if (column.isCast()) {
            return val(
                    rows.stream()
                            .map(row -> column.form().orNull(row.values().get(index)))
                            .toArray(String[]::new),
                    SQLDataType.CLOB.array());
        }
        DataType<V> type = column.incoming().type();
        Object array = Array.newInstance(type.getType(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Array.set(array, i, rows.get(i).values().get(index));
        }
        return val(array, type.array());
    }

    private UnnestSource() {}
}
