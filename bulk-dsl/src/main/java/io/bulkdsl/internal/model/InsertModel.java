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
        Table<R> table, SetColumns<E> sets, boolean doNothing, Overriding overriding, List<Field<?>> filledByDatabase)
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
        this(table, SetColumns.none(), false, Overriding.NOTHING, List.of());
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
        return sets.cells();
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
        return withSets(sets.without(columns));
    }

    @Override
    public void complete() {
        MissingColumns.check(this, filledByDatabase, inserted().stream().map(Upserted::column), "");
    }

    /** Whether rows may be copied into the table: all values come from them, and none is computed, refused or ignored. */
    public boolean isPlain() {
        return !doNothing
                && overriding != Overriding.USER_VALUE
                && !inserted().isEmpty()
                && inserted().stream().allMatch(FromIncoming.class::isInstance);
    }

    /** What a row gets. */
    public List<Upserted<E>> inserted() {
        List<Upserted<E>> result = new ArrayList<>(sets.inserted());
        result.addAll(sets.increments(RowVersion.configured(table)));
        return result;
    }

    public <T, V> InsertModel<R, E> set(
            TableField<R, T> column, SetFunction<T, V> function, Function<? super E, ? extends @Nullable V> getter) {
        Checks.settable(table, column, sets.columns());
        return set(column, function, getter, Given.always());
    }

    public <T, V> InsertModel<R, E> setOrDefault(
            TableField<R, T> column, SetFunction<T, V> function, Function<? super E, ? extends @Nullable V> getter) {
        Checks.settable(table, column, sets.columns());
        return set(column, function, getter, Given.unlessNull());
    }

    /** For columns that are known to be ours and not set yet. */
    public <T, V> InsertModel<R, E> set(
            Field<T> column,
            SetFunction<T, V> function,
            Function<? super E, ? extends @Nullable V> getter,
            Given<? super E> given) {
        Incoming<E, V> incoming = Columns.incoming(column, Checks.incomingType(column, function), getter, cells());
        return withSets(sets.and(new FromIncoming<>(Scope.NEW, column, function, incoming.given(given), true)));
    }

    public <T> InsertModel<R, E> set(TableField<R, T> column, Computed<T> function) {
        Checks.settable(table, column, sets.columns());
        Checks.suits(column, function);
        return withSets(sets.and(new WithoutIncoming<>(Scope.NEW, column, function)));
    }

    /** The same where each row has one value more, at its end: that of an identity column, drawn before. */
    public <T> InsertModel<R, E> withDrawn(Field<T> identity) {
        return overriding(Overriding.SYSTEM_VALUE).set(identity, new Drawn<>(), element -> null, Given.always());
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

    private InsertModel<R, E> withSets(SetColumns<E> changed) {
        return new InsertModel<>(table, changed, doNothing, overriding, filledByDatabase);
    }
}
