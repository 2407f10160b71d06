// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Given;
import io.bulkdsl.internal.model.Incoming;
import io.bulkdsl.internal.source.IncomingRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows by what they have something to say about: a statement sets the same columns in all its rows.
 *
 * @param definition without the columns these rows say nothing of
 */
record Grouping<E>(Definition<E> definition, Group<E> group) {

    /** In the order in which the first row of each comes. */
    static <E> List<Grouping<E>> of(Definition<E> definition, List<IncomingRow<E>> rows) {
        Map<BitSet, List<IncomingRow<E>>> byMissing = new LinkedHashMap<>();
        for (IncomingRow<E> row : rows) {
            byMissing
                    .computeIfAbsent(missing(row), columns -> new ArrayList<>())
                    .add(row);
        }
        List<Grouping<E>> result = new ArrayList<>();
        if (rows.isEmpty()) {
            result.add(of(definition, new BitSet(), rows));
        }
        byMissing.forEach((missing, same) -> result.add(of(definition, missing, same)));
        return result;
    }

    Execution execution() {
        return definition.execution();
    }

    private static <E> Grouping<E> of(Definition<E> definition, BitSet missing, List<IncomingRow<E>> rows) {
        if (missing.isEmpty()) {
            return new Grouping<>(definition, new Group<>(definition.model(), rows, definition.source()));
        }
        Set<Incoming<E, ?>> columns = new HashSet<>();
        List<Cell<E>> cells = definition.model().cells();
        missing.stream().forEach(i -> columns.add(cells.get(i).incoming()));
        Definition<E> smaller = definition.without(columns, rows.get(0).number());
        return new Grouping<>(
                smaller,
                new Group<>(
                        smaller.model(),
                        rows.stream().map(row -> without(row, missing)).toList(),
                        definition.source()));
    }

    private static BitSet missing(IncomingRow<?> row) {
        BitSet result = new BitSet();
        for (int i = 0; i < row.values().size(); i++) {
            result.set(i, row.values().get(i) == Given.NOT);
        }
        return result;
    }

    private static <E> IncomingRow<E> without(IncomingRow<E> row, BitSet missing) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            if (!missing.get(i)) {
                values.add(row.values().get(i));
            }
        }
        return new IncomingRow<>(row.number(), row.element(), values);
    }
}
