// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.watch;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;

/** Rows that are counted as they are read. */
record CountedRows<X>(Iterator<X> rows, AtomicLong count) implements Iterator<X> {

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public X next() {
        X row = rows.next();
        count.incrementAndGet();
        return row;
    }
}
