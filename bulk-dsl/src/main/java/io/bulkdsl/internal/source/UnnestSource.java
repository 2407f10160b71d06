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
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;

/**
 * Rows as one array for each column, so that any number of rows is a handful of bind values:
 *
 * <pre>
 * unnest(cast(? as bigint[]), cast(? as varchar[])) as incoming (id, title)
 * </pre>
 */
public final class UnnestSource {

    /** Whether every column can be an element of an array: arrays, composite types and some bindings can't. */
    public static boolean carries(List<? extends Cell<?>> cells) {
        return cells.stream().allMatch(UnnestSource::carries);
    }

    static boolean carries(Cell<?> cell) {
        return carries(cell.incoming().type());
    }

    /**
     * The rows under the alias given.
     *
     * @param ordinal whether the table has the column {@link IncomingTable#ORDINAL}
     */
    public static <E> IncomingTable open(
            Name alias, List<? extends Cell<E>> cells, List<IncomingRow<E>> rows, boolean ordinal) {
        List<QueryPart> arrays = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        if (ordinal) {
            arrays.add(val(rows.stream().map(IncomingRow::number).toArray(Integer[]::new)));
            names.add(DSL.name(IncomingTable.ORDINAL));
        }
        for (int i = 0; i < cells.size(); i++) {
            arrays.add(array(cells.get(i).incoming().type(), rows, i));
            names.add(DSL.name(cells.get(i).incoming().name()));
        }
        Table<?> table = DSL.table("unnest({0})", DSL.list(arrays));
        return new IncomingTable(table.as(alias, names.toArray(Name[]::new)), alias);
    }

    /** jOOQ sends an array with an empty byte array in it as a malformed literal, hence no binary. */
    private static boolean carries(DataType<?> type) {
        if (type.isArray() || type.isUDT() || type.isRecord() || type.isBinary() || type.isOther()) {
            return false;
        }
        try {
            type.array();
            return true;
        } catch (DataTypeException e) {
            return false;
        }
    }

    private static <V> Field<V[]> array(DataType<V> type, List<? extends IncomingRow<?>> rows, int column) {
        Object array = Array.newInstance(type.getType(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Array.set(array, i, rows.get(i).values().get(column));
        }
        return val(array, type.array());
    }

    private UnnestSource() {}
}
