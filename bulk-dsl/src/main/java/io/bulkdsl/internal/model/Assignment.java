// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.SetFunction;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What a column becomes: {@code column = value}. */
public sealed interface Assignment<E> {

    Field<?> column();

    Field<?> value(IncomingTable rows);

    /** {@code column = function(column, incoming)}. */
    record FromIncoming<E, T, V>(Field<T> column, SetFunction<T, V> function, Incoming<E, V> incoming)
            implements Assignment<E>, FoldingCell<E> {

        @Override
        public Field<T> value(IncomingTable rows) {
            return requireNonNull(
                    function.apply(column, rows.field(incoming)), () -> "the function that sets " + column);
        }

        public FromIncoming<E, T, V> given(Given<? super E> condition) {
            return new FromIncoming<>(column, function, incoming.given(condition));
        }

        @Override
        public @Nullable V of(E element, int rowNumber) {
            return incoming.of(element, rowNumber);
        }

        @Override
        public Optional<BinaryOperator<@Nullable Object>> fold() {
            return FoldingCell.fold(function, column, incoming);
        }
    }

    /** {@code column = function(column)}. */
    record WithoutIncoming<E, T>(Field<T> column, Computed<T> function) implements Assignment<E> {

        @Override
        public Field<T> value(IncomingTable rows) {
            return value();
        }

        public Field<T> value() {
            return requireNonNull(function.apply(column), () -> "the function that sets " + column);
        }
    }
}
