// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.contract.UpsertFunction;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a column becomes in an upsert: in a new row, and where the row exists. */
public sealed interface Upserted<E> {

    /** In which rows a column is set. */
    enum Scope {
        ALL,
        NEW,
        EXISTING,
        /** New, and existing ones that something else changes. */
        CHANGED
    }

    Scope scope();

    Field<?> column();

    Field<?> inserted(IncomingTable rows);

    Field<?> merged();

    /** From an incoming value, which {@code excluded.column} carries to the existing row. */
    record FromIncoming<E, T>(Scope scope, Field<T> column, SetFunction<T, T> function, Incoming<E, T> incoming)
            implements Upserted<E>, FoldingCell<E> {

        @Override
        public Field<T> inserted(IncomingTable rows) {
            Field<T> value = rows.field(incoming);
            return function instanceof UpsertFunction<T> own ? own.inserted(value) : value;
        }

        @Override
        public Field<T> merged() {
            Field<T> excluded = DSL.excluded(column);
            Field<T> value = function instanceof UpsertFunction<T> own
                    ? own.merged(column, excluded)
                    : function.apply(column, excluded);
            return requireNonNull(value, () -> "the function that sets " + column);
        }

        @Override
        public @Nullable T of(E element, int rowNumber) {
            return incoming.of(element, rowNumber);
        }

        @Override
        public Optional<BinaryOperator<@Nullable Object>> fold() {
            return FoldingCell.fold(function, column, incoming);
        }
    }

    /** From the column alone, which is null in a new row. */
    record WithoutIncoming<E, T>(Scope scope, Field<T> column, Computed<T> function) implements Upserted<E> {

        @Override
        public Field<T> inserted(IncomingTable rows) {
            return value(DSL.castNull(column.getDataType()));
        }

        @Override
        public Field<T> merged() {
            return value(column);
        }

        /** {@code case when condition then function(column) else column end}. */
        public Field<T> mergedIf(Condition condition) {
            return DSL.when(condition, value(column)).otherwise(column);
        }

        private Field<T> value(Field<T> current) {
            return requireNonNull(function.apply(current), () -> "the function that sets " + column);
        }
    }
}
