// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * When an existing row counts as changed, and what follows.
 *
 * @param skipsUnchanged whether rows that don't change are left unwritten
 * @param columns those that are compared; none: all that are set
 */
public record Comparison(boolean skipsUnchanged, List<Field<?>> columns) {

    static final Comparison NONE = new Comparison(false, List.of());

    /** Leaves rows unwritten that don't change. */
    static Comparison only(Table<?> table, Stream<? extends TableField<?, ?>> columns) {
        return new Comparison(
                true, columns.peek(column -> Checks.belongsTo(table, column)).collect(Collectors.toUnmodifiableList()));
    }

    /** The same with another column, where only some are compared. */
    Comparison with(Field<?> column) {
        return columns.isEmpty() ? this : new Comparison(skipsUnchanged, Appended.to(columns, column));
    }

    /** Whether any of the columns set is compared. */
    boolean isOfAny(Collection<? extends Field<?>> set) {
        return set.stream().anyMatch(this::includes);
    }

    /** The same for rows that set fewer columns. */
    Comparison among(Collection<? extends Field<?>> set) {
        return isOfAny(set) && !columns.isEmpty()
                ? new Comparison(
                        skipsUnchanged, columns.stream().filter(set::contains).toList())
                : this;
    }

    public boolean includes(Field<?> column) {
        return columns.isEmpty() || columns.contains(column);
    }

    /** Refuses columns that aren't set: their comparison could only say "unchanged". */
    void isOf(List<? extends Field<?>> set) {
        for (Field<?> column : columns) {
            if (!set.contains(column)) {
                throw new IllegalArgumentException("onlyChanged(…): column " + Columns.label(column)
                        + " isn't set, so it never changes; set it before, or leave it out");
            }
        }
    }
}
