// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Incoming;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a list of values in the statement:
 *
 * <pre>
 * (values (?, ?), (?, ?)) as incoming (isbn, stock)
 * </pre>
 *
 * and where there are no rows, since VALUES can't be empty:
 *
 * <pre>
 * (select null, null where false) as incoming (isbn, stock)
 * </pre>
 */
public final class ValuesSource {

    /**
     * The rows under the alias given.
     *
     * @param cells the columns; of a row's values as many count, from the first
     * @param ordinal whether the table has the column {@link IncomingTable#ORDINAL}
     */
    public static <E> IncomingTable open(
            Name alias, List<? extends Cell<E>> cells, List<IncomingRow<E>> rows, boolean ordinal) {
        Table<?> table = rows.isEmpty()
                ? noRows(cells, ordinal)
                : values(rows.stream().map(r -> row(cells, r, ordinal)).toArray(RowN[]::new));
        Stream<String> names = cells.stream().map(cell -> cell.incoming().name());
        Name[] columns = (ordinal ? Stream.concat(Stream.of(IncomingTable.ORDINAL), names) : names)
                .map(DSL::name)
                .toArray(Name[]::new);
        return new IncomingTable(table.as(alias, columns), alias);
    }

    private static <E> RowN row(List<? extends Cell<E>> cells, IncomingRow<E> incoming, boolean ordinal) {
        return DSL.row(fields(cells, incoming.number(), incoming.values(), ordinal));
    }

    private static Table<?> noRows(List<? extends Cell<?>> cells, boolean ordinal) {
        return select(fields(cells, 0, Collections.nCopies(cells.size(), null), ordinal))
                .where(DSL.falseCondition())
                .asTable();
    }

    private static List<Field<?>> fields(
            List<? extends Cell<?>> cells, int number, List<@Nullable Object> values, boolean ordinal) {
        List<Field<?>> fields = new ArrayList<>(cells.size() + 1);
        if (ordinal) {
            fields.add(val(number));
        }
        for (int i = 0; i < cells.size(); i++) {
            Incoming<?, ?> incoming = cells.get(i).incoming();
            fields.add(val(values.get(i), incoming.type()));
        }
        return fields;
    }

    private ValuesSource() {}
}
