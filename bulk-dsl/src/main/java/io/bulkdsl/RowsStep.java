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
 * @since 0.1
 */
public abstract sealed class RowsStep<E, S extends BulkStatement<E>> permits BulkSync, DefinitionStep {

    RowsStep() {}

    /**
     * The rows, read when the statement is rendered or executed, each time anew. No rows are nothing to do. A row that
     * is null is refused when it is read.
     *
     * @throws IllegalStateException if the definition can't be, which is known now that it is complete: no row could be
     *     inserted without a column that is NOT NULL, has no default and isn't set; or {@code fromOrDefault} is used in
     *     an upsert that ON CONFLICT alone can't do
     * @throws IllegalArgumentException if {@code onlyChanged} names a column that isn't set
     */
    public final S rows(Iterable<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /**
     * As {@link #rows(Iterable)}, for a stream, which is read once and then closed. Reading it again fails with an
     * {@link IllegalStateException}.
     */
    public final S rows(Stream<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /**
     * As {@link #rows(Iterable)}, for an iterator, which is read once. Reading it again fails with an {@link
     * IllegalStateException}.
     */
    public final S rows(Iterator<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /**
     * As {@link #rows(Iterable)}, for a Reactive Streams publisher, which is subscribed to once. The thread that
     * executes waits for the rows; no more than 1,024 are asked for before they are needed. When it fails the statement
     * does, and the subscription is cancelled. (It has a name of its own since jOOQ's queries are publishers and
     * collections at once.)
     *
     * <p>A {@link RuntimeException} of the publisher's is thrown as it is when the statement is executed, another error
     * as an {@link IllegalStateException}; if the thread is interrupted while it waits, {@link
     * java.util.concurrent.CancellationException} is.
     */
    public final S rowsFrom(Publisher<? extends E> rows) {
        return statement(Rows.of(rows));
    }

    /**
     * As {@link #rows(Iterable)}, for an array, or rows listed one by one. Where elements are themselves {@code
     * Iterable}s, such as {@code Path}, a single one is taken for a collection of rows: pass a list.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final S rows(E... rows) {
        return statement(Rows.of(rows));
    }

    abstract S statement(Rows<E> rows);
}
