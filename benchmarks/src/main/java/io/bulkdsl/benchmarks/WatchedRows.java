// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.NarrowRow;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows made as they are asked for; ten times on the way it tells how much of the heap is in use. */
final class WatchedRows implements Iterator<NarrowRow> {

    private final long count;
    private final PrintWriter screen;
    private long made;

    WatchedRows(long count, PrintWriter screen) {
        this.count = count;
        this.screen = screen;
    }

    @Override
    public boolean hasNext() {
        return made < count;
    }

    @Override
    public NarrowRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        made++;
        if (made % Math.max(1, count / 10) == 0) {
            System.gc();
            Runtime heap = Runtime.getRuntime();
            screen.printf(
                    "%,12d rows taken, %,d kB of heap in use%n", made, (heap.totalMemory() - heap.freeMemory()) >> 10);
        }
        return new NarrowRow(made, made, 1);
    }
}
