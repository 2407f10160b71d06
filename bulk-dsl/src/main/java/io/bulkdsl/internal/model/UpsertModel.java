// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.EqualityOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.ConflictTarget.UniqueColumns;
import io.bulkdsl.internal.model.Upserted.FromIncoming;
import io.bulkdsl.internal.model.Upserted.Scope;
import io.bulkdsl.internal.model.Upserted.WithoutIncoming;
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
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bulkUpsert} is to do.
 *
 * @param name the statement's name, for messages
 * @param action what happens to existing rows
 * @param existing to which of them
 * @param filledByDatabase columns that are not missing, though nothing is known to fill them
 */
public record UpsertModel<R extends Record, E>(
        String name,
        Table<R> table,
        List<Key<E, ?, ?>> keys,
        ConflictTarget target,
        SetColumns<E> sets,
        OnConflict action,
        ExistingRows<E> existing,
        List<Field<?>> filledByDatabase,
        Duplicates duplicates)
        implements StatementModel<E> {

    /** What happens to existing rows. */
    public enum OnConflict {
        UPDATE,
        NOTHING,
        /** Nothing, and they are handed back. */
        GET
    }

    private UpsertModel(String name, Table<R> table, OnConflict action) {
        this(
                name,
                table,
                List.of(),
                new UniqueColumns(),
                SetColumns.none(),
                action,
                ExistingRows.all(),
                List.of(),
                Duplicates.FAIL);
    }

    public static <R extends Record, E> UpsertModel<R, E> bulkUpsert(Table<R> table) {
        return new UpsertModel<>("bulkUpsert", table, OnConflict.UPDATE);
    }

    /** Of records, which carry the version they were read with where the table has one. */
    public static <R extends Record> UpsertModel<R, R> bulkUpsertOfRecords(Table<R> table) {
        UpsertModel<R, R> model = bulkUpsert(table);
        List<TableField<?, ?>> versions = RowVersion.configured(table);
        return versions.isEmpty() ? model : model.versionOfRecord(versions.get(0));
    }

    private <T> UpsertModel<R, E> versionOfRecord(TableField<?, T> column) {
        return version(column, RowVersion.readWith(column));
    }

    public static <R extends Record, E> UpsertModel<R, E> getOrCreate(Table<R> table) {
        return new UpsertModel<>("getOrCreate", table, OnConflict.GET);
    }

    @Override
    public boolean keepsExisting() {
        return action != OnConflict.UPDATE;
    }

    @Override
    public boolean mayLeaveUnchanged() {
        return existing.comparison().skipsUnchanged();
    }

    @Override
    public String description() {
        return name + " of " + table.getName();
    }

    @Override
    public List<Cell<E>> cells() {
        List<Cell<E>> cells = new ArrayList<>(keys);
        if (existing.version() != null) {
            cells.add(existing.version());
        }
        cells.addAll(sets.cells());
        return List.copyOf(cells);
    }

    @Override
    public UpsertModel<R, E> without(Set<Incoming<E, ?>> columns) {
        return withSets(sets.without(columns));
    }

    @Override
    public boolean checksVersion() {
        return existing.version() != null;
    }

    @Override
    public void complete() {
        existing.comparison().isOf(sets.columns().toList());
        if (!isCarriedByExcluded()) {
            if (sets.hasOrDefault()) {
                throw new IllegalStateException(
                        description()
                                + ": fromOrDefault(…) works with ON CONFLICT alone, and this definition can't: a value for existing rows only, a function whose values are not of the column's type, a version or keyNotUnique()");
            } else if (existing.where().stream().anyMatch(Excluded::isIn)) {
                throw new IllegalStateException(
                        description()
                                + ": a condition with excluded(…) works with ON CONFLICT alone, and this definition can't: a value for existing rows only, a function whose values are not of the column's type, a version or keyNotUnique()");
            }
        } else {
            MissingColumns.check(
                    this,
                    filledByDatabase,
                    inserted().stream().map(Upserted::column),
                    "; where all rows exist use bulkUpdate, or keyNotUnique() here");
        }
    }

    /** Whether one {@code insert … on conflict} can do it. */
    public boolean isCarriedByExcluded() {
        return !(target instanceof ConflictTarget.Lock)
                && existing.version() == null
                && (action != OnConflict.UPDATE || sets.areCarriedByExcluded());
    }

    /** What a new row gets besides its keys. */
    public List<Upserted<E>> inserted() {
        List<Upserted<E>> result = new ArrayList<>(sets.inserted());
        result.addAll(versions());
        return result;
    }

    /** What changes in an existing row. */
    public List<Upserted<E>> merged() {
        return action == OnConflict.UPDATE ? sets.merged() : List.of();
    }

    /** What changes in an existing row if something else does: audit columns. */
    public List<WithoutIncoming<E, ?>> whenChanged() {
        return sets.whenChanged();
    }

    /** Versions that nothing else sets. */
    public List<WithoutIncoming<E, ?>> versions() {
        return sets.increments(existing.versionColumns(table));
    }

    /** Whether existing rows may be left as they are. */
    public boolean mayLeaveRows() {
        return action != OnConflict.UPDATE || merged().isEmpty() || existing.mayLeaveSome();
    }

    UpsertModel<R, E> named(String other) {
        return new UpsertModel<>(other, table, keys, target, sets, action, existing, filledByDatabase, duplicates);
    }

    public <T> UpsertModel<R, E> key(
            TableField<R, T> column, EqualityOperator<T> operator, Function<? super E, ? extends @Nullable T> getter) {
        Key<E, T, T> key = Key.of(table, column, operator, getter, cells());
        return new UpsertModel<>(
                name, table, Appended.to(keys, key), target, sets, action, existing, filledByDatabase, duplicates);
    }

    public <T, V> UpsertModel<R, E> set(
            Scope scope,
            TableField<R, T> column,
            SetFunction<T, V> function,
            Function<? super E, ? extends @Nullable V> getter) {
        settable(column);
        var incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return with(new FromIncoming<>(scope, column, function, incoming, false));
    }

    public <T, V> UpsertModel<R, E> setOrDefault(
            Scope scope,
            TableField<R, T> column,
            SetFunction<T, V> function,
            Function<? super E, ? extends @Nullable V> getter) {
        settable(column);
        Incoming<E, V> incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return with(new FromIncoming<>(scope, column, function, incoming.given(Given.unlessNull()), true));
    }

    /** For columns that are known to be ours and not set yet. */
    public <T, V> UpsertModel<R, E> set(
            Field<T> column,
            SetFunction<T, V> function,
            Function<? super E, ? extends @Nullable V> getter,
            Given<? super E> given) {
        Incoming<E, V> incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return with(new FromIncoming<>(Scope.ALL, column, function, incoming.given(given), false));
    }

    public <T> UpsertModel<R, E> set(Scope scope, TableField<R, T> column, Computed<T> function) {
        settable(column);
        Checks.suits(column, function);
        return with(new WithoutIncoming<>(scope, column, function));
    }

    public UpsertModel<R, E> where(Condition condition) {
        return withExisting(existing.where(condition));
    }

    public UpsertModel<R, E> doNothing() {
        return new UpsertModel<>(
                name, table, keys, target, sets, OnConflict.NOTHING, existing, filledByDatabase, duplicates);
    }

    /** Rows that don't change are left unwritten; of the columns set those given are compared, or all if none is. */
    public UpsertModel<R, E> onlyChanged(Stream<? extends TableField<R, ?>> columns) {
        return withExisting(existing.compared(Comparison.only(table, columns)));
    }

    /** The same comparing another column too, where only some are. */
    UpsertModel<R, E> comparing(Field<?> column) {
        return withExisting(existing.compared(existing.comparison().with(column)));
    }

    public UpsertModel<R, E> target(ConflictTarget chosen) {
        return new UpsertModel<>(name, table, keys, chosen, sets, action, existing, filledByDatabase, duplicates);
    }

    public UpsertModel<R, E> target(UniqueKey<R> constraint) {
        List<? extends Field<?>> columns = constraint.getFields();
        List<? extends Field<?>> own = keys.stream().map(Key::column).toList();
        if (!Set.copyOf(columns).equals(Set.copyOf(own))) {
            throw new IllegalArgumentException("onConstraint(" + constraint.getName() + "): its columns are "
                    + Columns.names(columns) + ", and the keys are " + Columns.names(own));
        }
        return target(new ConflictTarget.Constraint(constraint.getUnqualifiedName()));
    }

    public <T> UpsertModel<R, E> version(TableField<?, T> column, Function<? super E, ? extends @Nullable T> getter) {
        Checks.settable(table, column, sets.columns());
        return withExisting(existing.version(RowVersion.of(table, column, getter, cells())));
    }

    public UpsertModel<R, E> filledByDatabase(Stream<? extends TableField<R, ?>> columns) {
        List<Field<?>> all = new ArrayList<>(filledByDatabase);
        columns.peek(column -> Checks.belongsTo(table, column)).forEach(all::add);
        return new UpsertModel<>(name, table, keys, target, sets, action, existing, all, duplicates);
    }

    public UpsertModel<R, E> duplicates(Duplicates policy) {
        return checked(new UpsertModel<>(
                name,
                table,
                keys,
                target,
                sets,
                action,
                existing,
                filledByDatabase,
                requireNonNull(policy, "duplicates")));
    }

    /** The same with each incoming value subject to a condition. */
    public UpsertModel<R, E> given(Function<Field<?>, Given<? super E>> condition) {
        return withSets(sets.given(condition));
    }

    /** The columns that are neither keys nor set nor a version. */
    public List<Field<?>> unboundColumns() {
        List<Field<?>> bound = new ArrayList<>(existing.versionColumns(table));
        keys.forEach(key -> bound.add(key.column()));
        sets.columns().forEach(bound::add);
        return Columns.otherThan(bound, table);
    }

    private void settable(TableField<R, ?> column) {
        Checks.settable(table, column, sets.columns());
        Checks.notAKey(keys, column, ", which a new row gets and an existing row has");
    }

    private UpsertModel<R, E> with(Upserted<E> set) {
        return checked(withSets(sets.and(set)));
    }

    private UpsertModel<R, E> withSets(SetColumns<E> changed) {
        return new UpsertModel<>(name, table, keys, target, changed, action, existing, filledByDatabase, duplicates);
    }

    private UpsertModel<R, E> withExisting(ExistingRows<E> changed) {
        return new UpsertModel<>(name, table, keys, target, sets, action, changed, filledByDatabase, duplicates);
    }

    private static <R extends Record, E> UpsertModel<R, E> checked(UpsertModel<R, E> model) {
        if (model.duplicates == Duplicates.FOLD) {
            Checks.canFold(model.cells());
        }
        return model;
    }
}
