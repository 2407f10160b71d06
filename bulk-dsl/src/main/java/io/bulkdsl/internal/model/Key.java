// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.KeyOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What ties an incoming row to rows of the table: {@code operator(column, incoming)}. */
public record Key<E, T, V>(Field<T> column, KeyOperator<T, V> operator, Incoming<E, V> incoming) implements Cell<E> {

    public Condition match(IncomingTable rows) {
        return operator.match(column, rows.field(incoming));
    }

    /** The condition for the value that {@link #of} gave for a row, without an incoming table. */
    public Condition match(@Nullable Object value) {
        return operator.match(column, DSL.val(value, incoming.type()));
    }

    @Override
    public @Nullable V of(E element, int rowNumber) {
        V value = incoming.of(element, rowNumber);
        if (value != null) {
            check(value, rowNumber);
        } else if (!operator.acceptsNull()) {
            throw new InvalidRowException(
                    rowNumber,
                    incoming.column(),
                    "the key is null and so matches no row; drop such rows"
                            + (operator.isEquality() ? ", or use notDistinct() to match null with null" : ""),
                    null);
        }
        return value;
    }

    private void check(V value, int rowNumber) {
        try {
            operator.check(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidRowException(rowNumber, incoming.column(), String.valueOf(e.getMessage()), e);
        }
    }
}
