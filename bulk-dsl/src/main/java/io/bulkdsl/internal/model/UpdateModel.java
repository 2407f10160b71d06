// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bulkUpdate} is to do.
 *
 * @param whenChanged what is set only where one of the assignments changes the row
 * @param existing which of the rows found are written
 */
public record UpdateModel<R extends Record, E>(
        Table<R> table,
        List<Key<E, ?, ?>> keys,
        List<Assignment<E>> assignments,
        List<Assignment.WithoutIncoming<E, ?>> whenChanged,
        ExistingRows<E> existing,
        Duplicates duplicates)
        implements StatementModel<E> {

    public UpdateModel(Table<R> table) {
        this(table, List.of(), List.of(), List.of(), ExistingRows.all(), Duplicates.FAIL);
    }

    /** Of records, which carry the version they were read with where the table has one. */
    public static <R extends Record> UpdateModel<R, R> ofRecords(Table<R> table) {
        UpdateModel<R, R> model = new UpdateModel<>(table);
        List<TableField<?, ?>> versions = RowVersion.configured(table);
        return versions.isEmpty() ? model : model.versionOfRecord(versions.get(0));
    }

    private <T> UpdateModel<R, E> versionOfRecord(TableField<?, T> column) {
        return version(column, RowVersion.readWith(column));
    }

    @Override
    public boolean mayLeaveUnchanged() {
        return existing.comparison().skipsUnchanged();
    }

    /** A row that is given another key may then match a row that comes later. */
    @Override
    public boolean setsKeys() {
        return keys.stream().anyMatch(key -> setColumns().anyMatch(key.column()::equals));
    }

    @Override
    public String description() {
        return "bulkUpdate of " + table.getName();
    }

    @Override
    public List<Cell<E>> cells() {
        List<Cell<E>> cells = new ArrayList<>(keys);
        if (existing.version() != null) {
            cells.add(existing.version());
        }
        for (Assignment<E> assignment : assignments) {
            if (assignment instanceof Assignment.FromIncoming<E, ?, ?> fromIncoming) {
                cells.add(fromIncoming);
            }
        }
        return List.copyOf(cells);
    }

    @Override
    public UpdateModel<R, E> without(Set<Incoming<E, ?>> columns) {
        List<Assignment<E>> rest = assignments.stream()
                .filter(assignment -> !(assignment instanceof Assignment.FromIncoming<E, ?, ?> set
                        && columns.contains(set.incoming())))
                .toList();
        ExistingRows<E> fewer = existing.compared(existing.comparison().among(columns(rest)));
        return new UpdateModel<>(table, keys, rest, whenChanged, fewer, duplicates);
    }

    /** Not if nothing is set, or nothing that would make a row count as changed. */
    @Override
    public boolean writes() {
        return existing.comparison().isOfAny(columns(assignments));
    }

    private static <E> List<Field<?>> columns(List<Assignment<E>> assignments) {
        List<Field<?>> columns = new ArrayList<>();
        assignments.forEach(assignment -> columns.add(assignment.column()));
        return columns;
    }

    @Override
    public boolean checksVersion() {
        return existing.version() != null;
    }

    @Override
    public void complete() {
        existing.comparison().isOf(columns(assignments));
    }

    /** Versions that nothing else sets. */
    public List<Assignment.WithoutIncoming<E, ?>> versions() {
        return RowVersion.increments(
                existing.versionColumns(table), setColumns().toList());
    }

    public <T, V> UpdateModel<R, E> key(
            TableField<R, T> column, KeyOperator<T, V> operator, Function<? super E, ? extends @Nullable V> getter) {
        Key<E, T, V> key = Key.of(table, column, operator, getter, cells());
        return new UpdateModel<>(table, Appended.to(keys, key), assignments, whenChanged, existing, duplicates);
    }

    public <T, V> UpdateModel<R, E> set(
            TableField<R, T> column, SetFunction<T, V> function, Function<? super E, ? extends @Nullable V> getter) {
        settable(column);
        return set(column, function, getter, Given.always());
    }

    /** For columns whose tables are known to be ours. */
    public <T, V> UpdateModel<R, E> set(
            Field<T> column,
            SetFunction<T, V> function,
            Function<? super E, ? extends @Nullable V> getter,
            Given<? super E> given) {
        var incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return with(new Assignment.FromIncoming<>(column, function, incoming.given(given)));
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
        return new UpdateModel<>(table, keys, assignments, whenChanged, existing.where(condition), duplicates);
    }

    public UpdateModel<R, E> duplicates(Duplicates policy) {
        return checked(new UpdateModel<>(
                table, keys, assignments, whenChanged, existing, requireNonNull(policy, "duplicates")));
    }

    public <T> UpdateModel<R, E> setWhenChanged(TableField<R, T> column, Computed<T> function) {
        settable(column);
        Checks.suits(column, function);
        var audit = new Assignment.WithoutIncoming<E, T>(column, function);
        return new UpdateModel<>(table, keys, assignments, Appended.to(whenChanged, audit), existing, duplicates);
    }

    /** Rows that don't change are left unwritten; of the columns set those given are compared, or all if none is. */
    public UpdateModel<R, E> onlyChanged(Stream<? extends TableField<R, ?>> columns) {
        return new UpdateModel<>(
                table, keys, assignments, whenChanged, existing.compared(Comparison.only(table, columns)), duplicates);
    }

    public <T> UpdateModel<R, E> version(TableField<?, T> column, Function<? super E, ? extends @Nullable T> getter) {
        settable(column);
        return new UpdateModel<>(
                table,
                keys,
                assignments,
                whenChanged,
                existing.version(RowVersion.of(table, column, getter, cells())),
                duplicates);
    }

    /** The same with each incoming value subject to a condition. */
    public UpdateModel<R, E> given(Function<Field<?>, Given<? super E>> condition) {
        return withAssignments(assignments.stream()
                .map(assignment -> assignment instanceof Assignment.FromIncoming<E, ?, ?> set
                        ? set.given(condition.apply(set.column()))
                        : assignment)
                .toList());
    }

    /** The columns that are neither keys nor set nor the version. */
    public List<Field<?>> unboundColumns() {
        List<Field<?>> bound = new ArrayList<>(existing.versionColumns(table));
        keys.forEach(key -> bound.add(key.column()));
        setColumns().forEach(bound::add);
        return Columns.otherThan(bound, table);
    }

    private Stream<Field<?>> setColumns() {
        return Stream.concat(assignments.stream(), whenChanged.stream()).map(Assignment::column);
    }

    private void settable(TableField<?, ?> column) {
        Checks.settable(table, column, setColumns());
    }

    private UpdateModel<R, E> with(Assignment<E> assignment) {
        return checked(withAssignments(Appended.to(assignments, assignment)));
    }

    private UpdateModel<R, E> withAssignments(List<Assignment<E>> changed) {
        return new UpdateModel<>(table, keys, changed, whenChanged, existing, duplicates);
    }

    private static <R extends Record, E> UpdateModel<R, E> checked(UpdateModel<R, E> model) {
        if (model.duplicates == Duplicates.FOLD) {
            Checks.canFold(model.cells());
        }
        return model;
    }
}
