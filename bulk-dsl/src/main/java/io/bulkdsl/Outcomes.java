// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Record;

/**
 * What became of every input row. For calling; made by {@code fetchOutcomes} of a statement.
 *
 * @param <E> an element, a row of the caller's
 * @param <X> a record of the values asked for
 * @since 0.1
 */
public final class Outcomes<E, X extends Record> implements Iterable<Outcome<E, X>> {

    private final List<Outcome<E, X>> rows;
    private final List<X> removed;
    private final Totals totals;

    Outcomes(List<Outcome<E, X>> rows, List<X> removed, Totals totals) {
        this.rows = rows;
        this.removed = removed;
        this.totals = totals;
    }

    /** One for each input row, in input order. */
    public List<Outcome<E, X>> rows() {
        return rows;
    }

    /** The {@link #rows()} as a stream. */
    public Stream<Outcome<E, X>> stream() {
        return rows.stream();
    }

    @Override
    public Iterator<Outcome<E, X>> iterator() {
        return rows.iterator();
    }

    /**
     * What a sync deleted, as it was (or marked deleted, as it is then): rows in the scope that no input row belongs to. The
     * values asked for by {@code returning}; empty if none were.
     */
    public List<X> removed() {
        return removed;
    }

    /** How many of what. */
    public Totals totals() {
        return totals;
    }
}
