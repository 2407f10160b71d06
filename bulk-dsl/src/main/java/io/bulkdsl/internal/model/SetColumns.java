// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.internal.model.Upserted.FromIncoming;
import io.bulkdsl.internal.model.Upserted.Scope;
import io.bulkdsl.internal.model.Upserted.WithoutIncoming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.TableField;

/** The columns that an upsert or insert sets besides its keys, each at most once. */
public record SetColumns<E>(List<Upserted<E>> all) {

    static <E> SetColumns<E> none() {
        return new SetColumns<>(List.of());
    }

    SetColumns<E> and(Upserted<E> another) {
        return new SetColumns<>(Appended.to(all, another));
    }

    Stream<Field<?>> columns() {
        return all.stream().map(Upserted::column);
    }

    List<Cell<E>> cells() {
        List<Cell<E>> cells = new ArrayList<>();
        for (Upserted<E> set : all) {
            if (set instanceof FromIncoming<E, ?, ?> fromIncoming) {
                cells.add(fromIncoming);
            }
        }
        return cells;
    }

    /** For rows that have nothing to say about some columns: the default stands in for a value, or nothing does. */
    SetColumns<E> without(Set<Incoming<E, ?>> missing) {
        List<Upserted<E>> rest = new ArrayList<>();
        for (Upserted<E> set : all) {
            if (!(set instanceof FromIncoming<E, ?, ?> from && missing.contains(from.incoming()))) {
                rest.add(set);
            } else if (from.orDefault()) {
                rest.add(from.defaulted());
            }
        }
        return new SetColumns<>(rest);
    }

    /** The same with each incoming value subject to a condition. */
    SetColumns<E> given(Function<Field<?>, Given<? super E>> condition) {
        return new SetColumns<>(all.stream()
                .map(set ->
                        set instanceof FromIncoming<E, ?, ?> from ? from.given(condition.apply(from.column())) : set)
                .toList());
    }

    boolean hasOrDefault() {
        return all.stream().anyMatch(set -> set instanceof FromIncoming<E, ?, ?> from && from.orDefault());
    }

    boolean areCarriedByExcluded() {
        return all.stream().allMatch(Upserted::isCarriedByExcluded);
    }

    /** What new rows get. */
    List<Upserted<E>> inserted() {
        return all.stream().filter(Upserted::isInserted).toList();
    }

    /** What changes in existing rows. */
    List<Upserted<E>> merged() {
        return all.stream()
                .filter(set -> set.scope() == Scope.ALL || set.scope() == Scope.EXISTING)
                .toList();
    }

    /** What changes in existing rows if something else does: audit columns. */
    List<WithoutIncoming<E, ?>> whenChanged() {
        List<WithoutIncoming<E, ?>> result = new ArrayList<>();
        for (Upserted<E> set : all) {
            if (set.scope() == Scope.CHANGED && set instanceof WithoutIncoming<E, ?> audit) {
                result.add(audit);
            }
        }
        return result;
    }

    /** The next versions, where nothing else sets them. */
    List<WithoutIncoming<E, ?>> increments(Collection<? extends TableField<?, ?>> versions) {
        List<WithoutIncoming<E, ?>> result = new ArrayList<>();
        for (TableField<?, ?> column : versions) {
            if (columns().noneMatch(column::equals)) {
                result.add(next(column));
            }
        }
        return result;
    }

    private static <E, T> WithoutIncoming<E, T> next(Field<T> column) {
        return new WithoutIncoming<>(Scope.ALL, column, RowVersion.next(column));
    }
}
