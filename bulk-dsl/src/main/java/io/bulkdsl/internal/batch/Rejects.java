// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.batch;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Rejected;
import io.bulkdsl.internal.refusal.Failures;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about bad rows.
 *
 * @param listener to whom they are handed; null if one bad row fails the whole
 * @param most how many there may be
 */
public record Rejects<E>(@Nullable Consumer<? super Rejected<E>> listener, long most) {

    static <E> Rejects<E> none() {
        return new Rejects<>(null, Long.MAX_VALUE);
    }

    public Rejects<E> listener(Consumer<? super Rejected<E>> told) {
        return new Rejects<>(told, most);
    }

    public Rejects<E> most(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("maxRejects(" + rows + ") is negative");
        }
        return new Rejects<>(listener, rows);
    }

    boolean areKeptBack() {
        return listener != null;
    }

    void tell(List<Rejected<E>> rejected) {
        if (listener != null) {
            rejected.forEach(listener);
        }
    }

    /** A row that can't even be sent. */
    static <E> Rejected<E> of(E element, InvalidRowException e) {
        return new Rejected<>(element, e.rowNumber(), Failures.error(e));
    }
}
