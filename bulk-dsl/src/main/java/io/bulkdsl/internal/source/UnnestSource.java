// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import static org.jooq.impl.DSL.val;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
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
        return cells.stream().allMatch(cell -> carries(cell.incoming().type()));
    }

    public static <E> IncomingTable open(Name alias, List<? extends Cell<E>> cells, List<IncomingRow<E>> rows) {
        String template = IntStream.range(0, cells.size())
                .mapToObj(i -> "{" + i + "}")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        QueryPart[] arrays = IntStream.range(0, cells.size())
                .mapToObj(i -> array(cells.get(i).incoming().type(), rows, i))
                .toArray(QueryPart[]::new);
        Name[] names =
                cells.stream().map(cell -> DSL.name(cell.incoming().name())).toArray(Name[]::new);
        return new IncomingTable(DSL.table(template, arrays).as(alias, names), alias);
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
