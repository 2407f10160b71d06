// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes the values out of the caller's elements, one by one. The first bad row ends it. */
public final class RowReader<E> implements Iterator<IncomingRow<E>>, AutoCloseable {

    private final Rows<E> rows;
    private final List<? extends Cell<E>> cells;
    private final List<SentValue<E>> sent = new ArrayList<>();
    private final Iterator<? extends E> elements;
    private final AtomicInteger read = new AtomicInteger();

    public RowReader(Rows<E> rows, List<? extends Cell<E>> cells) {
        this.rows = rows;
        this.cells = cells;
        cells.forEach(cell -> sent.add(SentValue.of(cell)));
        this.elements = rows.iterator();
    }

    /** All rows. */
    public static <E> List<IncomingRow<E>> read(Rows<E> rows, List<? extends Cell<E>> cells) {
        try (RowReader<E> reader = new RowReader<>(rows, cells)) {
            return reader.readAtMost(Integer.MAX_VALUE);
        }
    }

    public List<IncomingRow<E>> readAtMost(int max) {
        return Portion.of(this, max, Long.MAX_VALUE);
    }

    /** Those rows, which this read before, and the rest. */
    public Iterator<IncomingRow<E>> after(List<IncomingRow<E>> first) {
        Iterator<IncomingRow<E>> before = first.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return before.hasNext() || RowReader.this.hasNext();
            }

            @Override
            public IncomingRow<E> next() {
                return before.hasNext() ? before.next() : RowReader.this.next();
            }
        };
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public IncomingRow<E> next() {
        return row(element());
    }

    /** The next element, whose row {@link #row} is. */
    E element() {
        E element = elements.next();
        read.updateAndGet(before -> Math.addExact(before, 1));
        return element;
    }

    IncomingRow<E> row(E element) {
        int number = read.get();
        if (element == null) {
            throw new InvalidRowException(number, List.of(), "the row is null", null);
        }
        @Nullable Object[] values = new @Nullable Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            Cell<E> cell = cells.get(i);
            Object value = cell.of(element, number);
            if (cell.incoming().given().test(element, value)) {
                sent.get(i).check(value, number);
                values[i] = value;
            } else {
                values[i] = Given.NOT;
            }
        }
        return new IncomingRow<>(number, element, Arrays.asList(values));
    }

    @Override
    public void close() {
        rows.close();
    }
}
