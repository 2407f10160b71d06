// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.SetFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A cell whose values, of rows with the same key, may become one. */
public interface FoldingCell<E> extends Cell<E> {

    /** One value for two that {@link #of} gave, if its function can. */
    Optional<BinaryOperator<@Nullable Object>> fold();

    /** A cell with no one value for two, if there is one: rows with it can't be folded. */
    static <E> Optional<FoldingCell<E>> unfoldable(List<? extends Cell<E>> cells) {
        for (Cell<E> cell : cells) {
            if (cell instanceof FoldingCell<E> folding && folding.fold().isEmpty()) {
                return Optional.of(folding);
            }
        }
        return Optional.empty();
    }

    static <T, V> Optional<BinaryOperator<@Nullable Object>> fold(
            SetFunction<T, V> function, Field<T> column, Incoming<?, V> incoming) {
        Class<V> type = incoming.type().getType();
        return function.fold(column.getDataType())
                .map(fold -> (earlier, later) -> fold.apply(type.cast(earlier), type.cast(later)));
    }
}
