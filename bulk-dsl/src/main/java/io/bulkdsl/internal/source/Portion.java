// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** As many of the rows that come next as fit together. */
public final class Portion {

    /**
     * One row at least, if there is one.
     *
     * @param most how many rows
     * @param bytes from which on it is full
     */
    public static <E> List<IncomingRow<E>> of(Iterator<IncomingRow<E>> rows, int most, long bytes) {
        List<IncomingRow<E>> portion = new ArrayList<>();
        long size = 0;
        while (rows.hasNext() && portion.size() < most && size < bytes) {
            IncomingRow<E> row = rows.next();
            portion.add(row);
            size += bytes == Long.MAX_VALUE ? 0 : RowSize.of(row);
        }
        return portion;
    }

    private Portion() {}
}
