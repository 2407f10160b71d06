// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.KeyOperator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** What {@code bulkDelete} is to do. */
public record DeleteModel<R extends Record, E>(
        Table<R> table, List<Key<E, ?, ?>> keys, List<Condition> where, Duplicates duplicates)
        implements StatementModel<E> {

    public DeleteModel(Table<R> table) {
        this(table, List.of(), List.of(), Duplicates.FAIL);
    }

    @Override
    public String description() {
        return "bulkDelete from " + table.getName();
    }

    @Override
    public List<Cell<E>> cells() {
        return List.copyOf(keys);
    }

    @Override
    public DeleteModel<R, E> without(Set<Incoming<E, ?>> columns) {
        return this;
    }

    public <T, V> DeleteModel<R, E> key(
            TableField<R, T> column, KeyOperator<T, V> operator, Function<? super E, ? extends @Nullable V> getter) {
        Key<E, T, V> key = Key.of(table, column, operator, getter, keys);
        return new DeleteModel<>(table, Appended.to(keys, key), where, duplicates);
    }

    public DeleteModel<R, E> where(Condition condition) {
        return new DeleteModel<>(table, keys, Appended.to(where, requireNonNull(condition, "condition")), duplicates);
    }

    public DeleteModel<R, E> duplicates(Duplicates policy) {
        return new DeleteModel<>(table, keys, where, requireNonNull(policy, "duplicates"));
    }
}
