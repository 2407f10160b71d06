// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.Upserted.Scope;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bulkUpsert} is to do.
 *
 * @param where which existing rows may change
 * @param onConflict what happens to existing rows
 */
public record UpsertModel<R extends Record, E>(
        Table<R> table,
        List<Key<E, ?, ?>> keys,
        List<Upserted<E>> sets,
        List<Condition> where,
        OnConflict onConflict,
        Duplicates duplicates)
        implements StatementModel<E> {

    /** What happens to existing rows. */
    public enum OnConflict {
        UPDATE,
        UPDATE_IF_CHANGED,
        NOTHING
    }

    public UpsertModel(Table<R> table) {
        this(table, List.of(), List.of(), List.of(), OnConflict.UPDATE, Duplicates.FAIL);
    }

    @Override
    public String description() {
        return "bulkUpsert of " + table.getName();
    }

    @Override
    public List<Cell<E>> cells() {
        Stream<Cell<E>> values = sets.stream()
                .filter(Upserted.FromIncoming.class::isInstance)
                .map(upserted -> (Upserted.FromIncoming<E, ?>) upserted);
        return Stream.concat(keys.stream(), values).toList();
    }

    /** What a new row gets besides its keys. */
    public List<Upserted<E>> inserted() {
        return sets.stream().filter(set -> set.scope() != Scope.EXISTING).toList();
    }

    /** What changes in an existing row. */
    public List<Upserted<E>> merged() {
        return onConflict == OnConflict.NOTHING
                ? List.of()
                : sets.stream()
                        .filter(set -> set.scope() == Scope.ALL || set.scope() == Scope.EXISTING)
                        .toList();
    }

    /** What changes in an existing row if something else does. */
    public List<Upserted.WithoutIncoming<E, ?>> whenChanged() {
        return sets.stream()
                .filter(set -> set.scope() == Scope.CHANGED)
                .map(set -> (Upserted.WithoutIncoming<E, ?>) set)
                .collect(Collectors.toList());
    }

    public <T> UpsertModel<R, E> key(
            TableField<R, T> column, KeyOperator<T, T> operator, Function<? super E, ? extends @Nullable T> getter) {
        Key<E, T, T> key = Key.of(table, column, operator, getter, cells());
        return new UpsertModel<>(table, Appended.to(keys, key), sets, where, onConflict, duplicates);
    }

    public <T> UpsertModel<R, E> set(
            Scope scope,
            TableField<R, T> column,
            SetFunction<T, T> function,
            Function<? super E, ? extends @Nullable T> getter) {
        settable(column);
        var incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return with(new Upserted.FromIncoming<>(scope, column, function, incoming));
    }

    public <T> UpsertModel<R, E> set(Scope scope, TableField<R, T> column, Computed<T> function) {
        settable(column);
        Checks.suits(column, function);
        return with(new Upserted.WithoutIncoming<>(scope, column, function));
    }

    public UpsertModel<R, E> where(Condition condition) {
        return new UpsertModel<>(
                table, keys, sets, Appended.to(where, requireNonNull(condition, "condition")), onConflict, duplicates);
    }

    public UpsertModel<R, E> onConflict(OnConflict action) {
        return new UpsertModel<>(table, keys, sets, where, action, duplicates);
    }

    public UpsertModel<R, E> duplicates(Duplicates policy) {
        return checked(new UpsertModel<>(table, keys, sets, where, onConflict, requireNonNull(policy, "duplicates")));
    }

    private void settable(TableField<R, ?> column) {
        Checks.settable(table, column, sets.stream().map(Upserted::column));
        Checks.notAKey(keys, column, ", which a new row gets and an existing row has");
    }

    private UpsertModel<R, E> with(Upserted<E> set) {
        return checked(new UpsertModel<>(table, keys, Appended.to(sets, set), where, onConflict, duplicates));
    }

    private static <R extends Record, E> UpsertModel<R, E> checked(UpsertModel<R, E> model) {
        if (model.duplicates == Duplicates.FOLD) {
            Checks.canFold(model.cells());
        }
        return model;
    }
}
