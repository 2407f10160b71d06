// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import io.bulkdsl.contract.Duplicates;
import java.util.List;
import org.jooq.Table;

/** What every statement knows of its rows, whatever it does with them. */
public interface StatementModel<E> {

    /** For messages: {@code bulkUpdate of book}. */
    String description();

    Table<?> table();

    List<Key<E, ?, ?>> keys();

    /** The columns of the incoming table, keys first. */
    List<Cell<E>> cells();

    Duplicates duplicates();

    /** Whether rows with the same key are duplicates, and rows with different keys never meet in one target row. */
    default boolean matchesByEquality() {
        return keys().stream().allMatch(key -> key.operator().isEquality());
    }
}
