// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.InvalidRowException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.BiConsumer;

/** The rows that can be sent, one ahead; of the others it is told. */
public final class ValidRows<E> implements Iterator<IncomingRow<E>> {

    private final RowReader<E> reader;
    private final BiConsumer<E, InvalidRowException> invalid;
    private final Queue<IncomingRow<E>> ahead = new ArrayDeque<>(1);

    public ValidRows(RowReader<E> reader, BiConsumer<E, InvalidRowException> invalid) {
        this.reader = reader;
        this.invalid = invalid;
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && reader.hasNext()) {
            read();
        }
        return !ahead.isEmpty();
    }

    @Override
    public IncomingRow<E> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ahead.remove();
    }

    /** Leaves out so many rows of the input, without looking at them. */
    public void skip(long rows) {
        for (long i = 0; i < rows && reader.hasNext(); i++) {
            reader.element();
        }
    }

    private void read() {
        E element = reader.element();
        try {
            ahead.add(reader.row(element));
        } catch (InvalidRowException e) {
            invalid.accept(element, e);
        }
    }
}
