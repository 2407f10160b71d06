// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.contract.UpsertFunction;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.DataType;
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

    /** Whether new rows get a value; the others get the database default. */
    default boolean isInserted() {
        return scope() != Scope.EXISTING;
    }

    Field<?> inserted(IncomingTable rows);

    /** The value where the row exists, {@code excluded.column} having carried the incoming one there. */
    Field<?> merged();

    /** The value where the row exists and is joined with the incoming one. */
    Field<?> merged(IncomingTable rows);

    /** Whether what an existing row becomes can be known before it is written: not where that is a default. */
    default boolean isForeseeable() {
        return true;
    }

    /** Whether {@link #merged()} can be had: {@code excluded} carries values of the column's type, of all new rows. */
    default boolean isCarriedByExcluded() {
        return true;
    }

    /** From an incoming value. */
    record FromIncoming<E, T, V>(
            Scope scope, Field<T> column, SetFunction<T, V> function, Incoming<E, V> incoming, boolean orDefault)
            implements Upserted<E>, FoldingCell<E> {

        public FromIncoming<E, T, V> given(Given<? super E> condition) {
            return new FromIncoming<>(scope, column, function, incoming.given(condition), orDefault);
        }

        @Override
        public Field<T> inserted(IncomingTable rows) {
            Field<V> value = rows.field(incoming);
            return isOfColumnsType()
                    ? insertedOf(value).coerce(column.getDataType())
                    : applied(DSL.castNull(column.getDataType()), value);
        }

        @Override
        public Field<T> merged() {
            return mergedOf(DSL.excluded(column).coerce(incoming.type()));
        }

        @Override
        public Field<T> merged(IncomingTable rows) {
            return applied(column, rows.field(incoming));
        }

        @Override
        public boolean isCarriedByExcluded() {
            return isOfColumnsType() && scope != Scope.EXISTING;
        }

        /** What new rows get where the element has nothing to say: the default, which {@code excluded} carries too. */
        Upserted<E> defaulted() {
            return new Defaulted<>(this);
        }

        private Field<V> insertedOf(Field<V> value) {
            UpsertFunction<V> own = Unchecked.upsertFunction(function);
            return own == null ? value : own.inserted(value);
        }

        private Field<T> mergedOf(Field<V> excluded) {
            UpsertFunction<V> own = Unchecked.upsertFunction(function);
            return own == null
                    ? applied(column, excluded)
                    : requireNonNull(
                                    own.merged(column.coerce(incoming.type()), excluded),
                                    () -> "the function that sets " + column)
                            .coerce(column.getDataType());
        }

        private Field<T> applied(Field<T> current, Field<V> value) {
            return requireNonNull(function.apply(current, value), () -> "the function that sets " + column);
        }

        private boolean isOfColumnsType() {
            DataType<T> own = TypeWithoutLength.of(column.getDataType());
            return own.getType() == incoming.type().getType()
                    && own.getCastTypeName().equals(incoming.type().getCastTypeName());
        }

        @Override
        public @Nullable V of(E element, int rowNumber) {
            return incoming.of(element, rowNumber);
        }

        @Override
        public Optional<BinaryOperator<@Nullable Object>> fold() {
            return scope == Scope.NEW
                    ? Optional.of((first, second) -> first)
                    : FoldingCell.fold(function, column, incoming);
        }
    }

    /** From an incoming value that isn't there, so that new rows get the database default. */
    record Defaulted<E, T, V>(FromIncoming<E, T, V> given) implements Upserted<E> {

        @Override
        public Scope scope() {
            return given.scope();
        }

        @Override
        public Field<T> column() {
            return given.column();
        }

        @Override
        public boolean isInserted() {
            return false;
        }

        @Override
        public boolean isForeseeable() {
            return false;
        }

        @Override
        public Field<T> inserted(IncomingTable rows) {
            throw new IllegalStateException("not inserted");
        }

        @Override
        public Field<T> merged() {
            return given.merged();
        }

        @Override
        public Field<T> merged(IncomingTable rows) {
            return given.merged(rows);
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

        @Override
        public Field<T> merged(IncomingTable rows) {
            return value(column);
        }

        private Field<T> value(Field<T> current) {
            return requireNonNull(function.apply(current), () -> "the function that sets " + column);
        }
    }
}
