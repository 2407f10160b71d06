// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.Duplicates;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;

/** What every statement knows of its rows, whatever it does with them. */
public sealed interface StatementModel<E> permits DeleteModel, InsertModel, UpdateModel, UpsertModel {

    /** For messages: {@code bulkUpdate of book}. */
    String description();

    Table<?> table();

    List<Key<E, ?, ?>> keys();

    /** The columns of the incoming table, keys first. */
    List<Cell<E>> cells();

    Duplicates duplicates();

    /** The same for rows that have nothing to say about some columns. */
    StatementModel<E> without(Set<Incoming<E, ?>> columns);

    /** Refuses what is known only when the definition is complete; called when it meets its first rows. */
    default void complete() {}

    /** Whether rows are written only if they still have the version they were read with. */
    default boolean checksVersion() {
        return false;
    }

    /** Whether there is anything to write. */
    default boolean writes() {
        return true;
    }

    /** Whether a row that is there stays as it is, so that of rows with the same key the first is the one that counts. */
    default boolean keepsExisting() {
        return false;
    }

    /** Whether rows that wouldn't change are left unwritten. */
    default boolean mayLeaveUnchanged() {
        return false;
    }

    /** Whether rows with the same key are duplicates, and rows with different keys never meet in one target row. */
    default boolean matchesByEquality() {
        return keys().stream().allMatch(key -> key.operator().isEquality());
    }

    /** Whether a key belongs to one row of the table at most. */
    default boolean isKeyUnique() {
        List<Field<?>> columns = keys().stream().<Field<?>>map(Key::column).toList();
        return columns.stream().noneMatch(column -> column.getDataType().nullable())
                && table().getKeys().stream().anyMatch(key -> columns.containsAll(key.getFields()));
    }

    /** Whether a part of the rows can be written without looking at the others, if their keys differ. */
    default boolean isDivisible() {
        return keys().isEmpty() || (matchesByEquality() && !setsKeys());
    }

    /** Whether rows of the table are given other keys. */
    default boolean setsKeys() {
        return false;
    }
}
