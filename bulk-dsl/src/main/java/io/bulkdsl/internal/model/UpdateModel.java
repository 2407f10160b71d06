// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** What {@code bulkUpdate} is to do. */
public record UpdateModel<R extends Record, E>(
        Table<R> table,
        List<Key<E, ?, ?>> keys,
        List<Assignment<E>> assignments,
        List<Condition> where,
        Duplicates duplicates)
        implements StatementModel<E> {

    public UpdateModel(Table<R> table) {
        this(table, List.of(), List.of(), List.of(), Duplicates.FAIL);
    }

    public UpdateModel {
        if (duplicates == Duplicates.FOLD) {
            Checks.canFold(assignments);
        }
    }

    @Override
    public String description() {
        return "bulkUpdate of " + table.getName();
    }

    @Override
    public List<Cell<E>> cells() {
        return Stream.concat(
                        keys.stream(),
                        assignments.stream()
                                .filter(Assignment.FromIncoming.class::isInstance)
                                .map(a -> (Assignment.FromIncoming<E, ?, ?>) a))
                .map(cell -> (Cell<E>) cell)
                .toList();
    }

    public <T, V> UpdateModel<R, E> key(
            TableField<R, T> column, KeyOperator<T, V> operator, Function<? super E, ? extends @Nullable V> getter) {
        Key<E, T, V> key = Key.of(table, column, operator, getter, cells());
        return new UpdateModel<>(table, Appended.to(keys, key), assignments, where, duplicates);
    }

    public <T, V> UpdateModel<R, E> set(
            TableField<R, T> column, SetFunction<T, V> function, Function<? super E, ? extends @Nullable V> getter) {
        Checks.settable(table, column, assignments);
        var incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return with(new Assignment.FromIncoming<>(column, function, incoming));
    }

    public <T> UpdateModel<R, E> set(TableField<R, T> column, Computed<T> function) {
        Checks.settable(table, column, assignments);
        Checks.suits(column, function);
        return with(new Assignment.WithoutIncoming<>(column, function));
    }

    /** With records a key's value and the column's new value are one and the same, so setting it means a mistake. */
    public UpdateModel<R, E> notAKey(TableField<R, ?> column) {
        if (keys.stream().anyMatch(key -> key.column().equals(column))) {
            throw new IllegalArgumentException(
                    "column " + Columns.label(column)
                            + " is a key, and a record has one value for it; to change keys use bulkUpdate(table, element), where each has a getter");
        }
        return this;
    }

    public UpdateModel<R, E> where(Condition condition) {
        return new UpdateModel<>(
                table, keys, assignments, Appended.to(where, requireNonNull(condition, "condition")), duplicates);
    }

    public UpdateModel<R, E> duplicates(Duplicates policy) {
        return new UpdateModel<>(table, keys, assignments, where, requireNonNull(policy, "duplicates"));
    }

    private UpdateModel<R, E> with(Assignment<E> assignment) {
        return new UpdateModel<>(table, keys, Appended.to(assignments, assignment), where, duplicates);
    }
}
