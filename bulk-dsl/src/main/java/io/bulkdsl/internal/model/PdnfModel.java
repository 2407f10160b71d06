// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.KeyOperator;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What {@code pdnf} is to match. */
public record PdnfModel<E>(List<Key<E, ?, ?>> keys) {

    public PdnfModel() {
        this(List.of());
    }

    public <T, V> PdnfModel<E> key(
            Field<T> column, KeyOperator<T, V> operator, Function<? super E, ? extends @Nullable V> getter) {
        return new PdnfModel<>(Appended.to(keys, Key.of(column, operator, getter, keys)));
    }
}
