// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Incoming;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.source.Rows;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a definition keeps from one use to the next.
 *
 * @param locks whether rows of the table are locked in key order
 * @param isComplete whether that was found out already
 */
public record Definition<E>(
        StatementModel<E> model,
        Execution execution,
        ServerEquality equality,
        RowSource source,
        boolean locks,
        AtomicBoolean isComplete) {

    public Definition(StatementModel<E> model) {
        this(model, Execution.of(model, false), new ServerEquality(), RowSource.AUTO, false, new AtomicBoolean());
    }

    Definition<E> via(RowSource wish) {
        return new Definition<>(model, execution, equality, wish, locks, isComplete);
    }

    Definition<E> lockingInKeyOrder() {
        return new Definition<>(model, Execution.of(model, true), equality, source, true, isComplete);
    }

    public Statement<E> rows(Rows<E> rows) {
        if (!isComplete.get()) {
            model.complete();
            isComplete.set(true);
        }
        return new Statement<>(this, rows);
    }

    /**
     * The same for rows that have nothing to say about some columns.
     *
     * @param firstRow the number of the first such row, for messages
     */
    Definition<E> without(Set<Incoming<E, ?>> columns, int firstRow) {
        StatementModel<E> smaller = model.without(columns);
        try {
            if (smaller.writes()) {
                smaller.complete();
            }
        } catch (IllegalStateException e) {
            throw new InvalidRowException(firstRow, List.of(), String.valueOf(e.getMessage()), e);
        }
        return new Definition<>(
                smaller, Execution.of(smaller, locks), equality, source, locks, new AtomicBoolean(true));
    }
}
