// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.IncomingTable;
import java.util.List;
import org.jooq.Name;

/**
 * Values, which are good to read and carry every type, as long as a statement carries so many; beyond that arrays, where
 * the columns' types allow it.
 */
public final class SourceChoice {

    /**
     * The rows under the alias given.
     *
     * @param ordinal whether the table has the column {@link IncomingTable#ORDINAL}
     */
    public static <E> IncomingTable open(
            Name alias, List<? extends Cell<E>> cells, List<IncomingRow<E>> rows, boolean ordinal) {
        int columns = cells.size() + (ordinal ? 1 : 0);
        return (long) rows.size() * columns > BindLimit.LIMIT && UnnestSource.carries(cells)
                ? UnnestSource.open(alias, cells, rows, ordinal)
                : ValuesSource.open(alias, cells, rows, ordinal);
    }

    private SourceChoice() {}
}
