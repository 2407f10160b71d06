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

/**
 * What {@code bulkUpdate} is to do.
 *
 * @param whenChanged what is set only where one of the assignments changes the row
 * @param onlyChanged whether rows that no assignment changes are left unwritten
 */
public record UpdateModel<R extends Record, E>(
        Table<R> table,
        List<Key<E, ?, ?>> keys,
        List<Assignment<E>> assignments,
        List<Assignment.WithoutIncoming<E, ?>> whenChanged,
        List<Condition> where,
        boolean onlyChanged,
        Duplicates duplicates)
        implements StatementModel<E> {

    public UpdateModel(Table<R> table) {
        this(table, List.of(), List.of(), List.of(), List.of(), false, Duplicates.FAIL);
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
        return new UpdateModel<>(
                table, Appended.to(keys, key), assignments, whenChanged, where, onlyChanged, duplicates);
    }

    public <T, V> UpdateModel<R, E> set(
            TableField<R, T> column, SetFunction<T, V> function, Function<? super E, ? extends @Nullable V> getter) {
        settable(column);
        var incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return with(new Assignment.FromIncoming<>(column, function, incoming));
    }

    public <T> UpdateModel<R, E> set(TableField<R, T> column, Computed<T> function) {
        settable(column);
        Checks.suits(column, function);
        return with(new Assignment.WithoutIncoming<>(column, function));
    }

    /** With records a key's value and the column's new value are one and the same, so setting it means a mistake. */
    public UpdateModel<R, E> notAKey(TableField<R, ?> column) {
        Checks.notAKey(
                keys,
                column,
                ", and a record has one value for it; to change keys use bulkUpdate(table, element), where each has a getter");
        return this;
    }

    public UpdateModel<R, E> where(Condition condition) {
        return new UpdateModel<>(
                table,
                keys,
                assignments,
                whenChanged,
                Appended.to(where, requireNonNull(condition, "condition")),
                onlyChanged,
                duplicates);
    }

    public UpdateModel<R, E> duplicates(Duplicates policy) {
        return checked(new UpdateModel<>(
                table, keys, assignments, whenChanged, where, onlyChanged, requireNonNull(policy, "duplicates")));
    }

    public <T> UpdateModel<R, E> setWhenChanged(TableField<R, T> column, Computed<T> function) {
        settable(column);
        Checks.suits(column, function);
        var audit = new Assignment.WithoutIncoming<E, T>(column, function);
        return new UpdateModel<>(
                table, keys, assignments, Appended.to(whenChanged, audit), where, onlyChanged, duplicates);
    }

    /** Rows that no assignment changes are left unwritten. */
    public UpdateModel<R, E> onlyIfChanged() {
        return new UpdateModel<>(table, keys, assignments, whenChanged, where, true, duplicates);
    }

    private void settable(TableField<R, ?> column) {
        Checks.settable(
                table,
                column,
                Stream.concat(assignments.stream(), whenChanged.stream()).map(Assignment::column));
    }

    private UpdateModel<R, E> with(Assignment<E> assignment) {
        return checked(new UpdateModel<>(
                table, keys, Appended.to(assignments, assignment), whenChanged, where, onlyChanged, duplicates));
    }

    private static <R extends Record, E> UpdateModel<R, E> checked(UpdateModel<R, E> model) {
        if (model.duplicates == Duplicates.FOLD) {
            Checks.canFold(model.cells());
        }
        return model;
    }
}
