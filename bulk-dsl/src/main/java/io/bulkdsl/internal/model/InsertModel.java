// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.Computed;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.internal.model.Upserted.FromIncoming;
import io.bulkdsl.internal.model.Upserted.Scope;
import io.bulkdsl.internal.model.Upserted.WithoutIncoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bulkInsert} is to do.
 *
 * @param doNothing whether rows that a unique constraint doesn't let in are left out
 * @param filledByDatabase columns that are not missing, though nothing is known to fill them
 */
public record InsertModel<R extends Record, E>(
        Table<R> table,
        List<Upserted<E>> sets,
        boolean doNothing,
        Overriding overriding,
        List<Field<?>> filledByDatabase)
        implements StatementModel<E> {

    /** What happens to given values of identity columns that are generated always. */
    public enum Overriding {
        /** PostgreSQL refuses them. */
        NOTHING,
        /** They are taken. */
        SYSTEM_VALUE,
        /** They are ignored. */
        USER_VALUE
    }

    public InsertModel(Table<R> table) {
        this(table, List.of(), false, Overriding.NOTHING, List.of());
    }

    @Override
    public String description() {
        return "bulkInsert into " + table.getName();
    }

    /** Rows are not looked up by anything. */
    @Override
    public List<Key<E, ?, ?>> keys() {
        return List.of();
    }

    @Override
    public List<Cell<E>> cells() {
        List<Cell<E>> cells = new ArrayList<>();
        for (Upserted<E> set : sets) {
            if (set instanceof FromIncoming<E, ?, ?> fromIncoming) {
                cells.add(fromIncoming);
            }
        }
        return cells;
    }

    @Override
    public Duplicates duplicates() {
        return Duplicates.FAIL;
    }

    @Override
    public boolean matchesByEquality() {
        return false;
    }

    @Override
    public InsertModel<R, E> without(Set<Incoming<E, ?>> columns) {
        return withSets(sets.stream()
                .filter(set -> !(set instanceof FromIncoming<E, ?, ?> from && columns.contains(from.incoming())))
                .toList());
    }

    @Override
    public void complete() {
        MissingColumns.check(this, filledByDatabase, inserted().stream().map(Upserted::column), "");
    }

    /** What a row gets. */
    public List<Upserted<E>> inserted() {
        List<Upserted<E>> result = new ArrayList<>(sets);
        for (TableField<?, ?> column : RowVersion.configured(table)) {
            if (sets.stream().map(Upserted::column).noneMatch(column::equals)) {
                result.add(first(column));
            }
        }
        return result;
    }

    private static <E, T> WithoutIncoming<E, T> first(Field<T> column) {
        return new WithoutIncoming<>(Scope.NEW, column, RowVersion.next(column));
    }

    public <T, V> InsertModel<R, E> set(
            TableField<R, T> column, SetFunction<T, V> function, Function<? super E, ? extends @Nullable V> getter) {
        Checks.settable(table, column, sets.stream().map(Upserted::column));
        return set(column, function, getter, Given.always());
    }

    public <T, V> InsertModel<R, E> setOrDefault(
            TableField<R, T> column, SetFunction<T, V> function, Function<? super E, ? extends @Nullable V> getter) {
        Checks.settable(table, column, sets.stream().map(Upserted::column));
        return set(column, function, getter, Given.unlessNull());
    }

    /** For columns that are known to be ours and not set yet. */
    public <T, V> InsertModel<R, E> set(
            Field<T> column,
            SetFunction<T, V> function,
            Function<? super E, ? extends @Nullable V> getter,
            Given<? super E> given) {
        Incoming<E, V> incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return withSets(
                Appended.to(sets, new FromIncoming<>(Scope.NEW, column, function, incoming.given(given), true)));
    }

    public <T> InsertModel<R, E> set(TableField<R, T> column, Computed<T> function) {
        Checks.settable(table, column, sets.stream().map(Upserted::column));
        Checks.suits(column, function);
        return withSets(Appended.to(sets, new WithoutIncoming<>(Scope.NEW, column, function)));
    }

    public InsertModel<R, E> onConflictDoNothing() {
        return new InsertModel<>(table, sets, true, overriding, filledByDatabase);
    }

    public InsertModel<R, E> overriding(Overriding choice) {
        return new InsertModel<>(table, sets, doNothing, choice, filledByDatabase);
    }

    public InsertModel<R, E> filledByDatabase(Stream<? extends TableField<R, ?>> columns) {
        List<Field<?>> all = new ArrayList<>(filledByDatabase);
        columns.peek(column -> Checks.belongsTo(table, column)).forEach(all::add);
        return new InsertModel<>(table, sets, doNothing, overriding, all);
    }

    private InsertModel<R, E> withSets(List<Upserted<E>> changed) {
        return new InsertModel<>(table, changed, doNothing, overriding, filledByDatabase);
    }
}
