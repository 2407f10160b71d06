// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.internal.model.Cell;
import io.bulkdsl.internal.model.Key;
import org.jspecify.annotations.Nullable;

/**
 * What a column's values are checked as before any is sent: what the user's converter makes of them, or themselves.
 *
 * @param converter null where there is none that could be asked
 */
record SentValue<E>(Cell<E> cell, @Nullable UserConverter<?> converter) {

    static <E> SentValue<E> of(Cell<E> cell) {
        return new SentValue<>(cell, UserConverter.of(cell.incoming().type()).orElse(null));
    }

    void check(@Nullable Object value, int rowNumber) {
        Object sent;
        String problem;
        try {
            sent = converter == null ? value : converter.sent(value);
            problem = StorableText.problem(sent); // which asks the converters of a composite's attributes
        } catch (RuntimeException e) {
            throw new InvalidRowException(
                    rowNumber,
                    cell.incoming().column(),
                    "its converter threw " + e.getClass().getName(),
                    e);
        }
        if (problem != null) {
            throw new InvalidRowException(rowNumber, cell.incoming().column(), problem, null);
        } else if (sent == null && cell instanceof Key<?, ?, ?> key) {
            key.checkNull(rowNumber);
        }
    }
}
