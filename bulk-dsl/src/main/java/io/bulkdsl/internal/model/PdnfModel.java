// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.KeyOperator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What {@code pdnf} is to match. */
public record PdnfModel<E>(List<Key<E, ?, ?>> keys) {

    public PdnfModel() {
        this(List.of());
    }

    public <T, V> PdnfModel<E> key(
            Field<T> column, KeyOperator<T, V> operator, Function<? super E, ? extends @Nullable V> getter) {
        var incoming = Columns.incoming(column, Checks.incomingType(column, operator), getter, keys);
        return new PdnfModel<>(Stream.concat(keys.stream(), Stream.of(new Key<>(column, operator, incoming)))
                .toList());
    }
}
