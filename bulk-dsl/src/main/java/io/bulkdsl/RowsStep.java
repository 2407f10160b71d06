// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.internal.source.Rows;
import java.util.Iterator;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * A complete definition, of whatever statement: what comes next are rows. For calling.
 *
 * @param <E> an element, a row of the caller's
 * @param <S> the statement with rows
 */
public abstract sealed class RowsStep<E, S extends BulkStatement<E>> permits BulkSync, DefinitionStep {

    RowsStep() {}

    /** The rows, read when the statement is rendered or executed, each time anew. */
    public final S rows(Iterable<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /** The rows of a stream, which is read once and then closed. */
    public final S rows(Stream<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /** The rows of an iterator, which is read once. */
    public final S rows(Iterator<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /**
     * The rows of a Reactive Streams publisher, which is subscribed to once. The thread that executes waits for them; no more than
     * 1,024 are asked for before they are needed. When it fails the statement does, and the subscription is cancelled. (It has a name of
     * its own since jOOQ's queries are publishers and collections at once.)
     */
    public final S rowsFrom(Publisher<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /**
     * The rows of an array, or listed one by one. Where elements are themselves {@code Iterable}s, such as {@code Path}, a
     * single one is taken for a collection of rows: pass a list.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final S rows(E... rows) {
        return statement(Rows.of(rows));
    }

    abstract S statement(Rows<E> rows);
}
