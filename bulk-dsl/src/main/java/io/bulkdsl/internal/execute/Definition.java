// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.internal.model.Incoming;
import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.source.Rows;
import java.util.Set;

/** What a definition keeps from one use to the next. */
public record Definition<E>(StatementModel<E> model, Execution execution, ServerEquality equality, RowSource source) {

    public Definition(StatementModel<E> model) {
        this(model, Execution.of(model), new ServerEquality(), RowSource.AUTO);
    }

    Definition<E> via(RowSource wish) {
        return new Definition<>(model, execution, equality, wish);
    }

    public Statement<E> rows(Rows<E> rows) {
        model.complete();
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
            throw new InvalidRowException(firstRow, null, String.valueOf(e.getMessage()), e);
        }
        return new Definition<>(smaller, Execution.of(smaller), equality, source);
    }
}
