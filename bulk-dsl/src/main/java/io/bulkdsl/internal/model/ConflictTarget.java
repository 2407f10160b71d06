// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Name;

/** What decides whether the row of an upsert exists. */
public sealed interface ConflictTarget {

    /** Conditions that an existing row must fulfil besides having the same key. */
    default List<Condition> predicate() {
        return List.of();
    }

    /** {@code on conflict (key, …)}: a unique index over the keys. */
    record UniqueColumns() implements ConflictTarget {}

    /** {@code on conflict (key, …) where predicate}: a unique index over the keys of some of the rows. */
    record PartialIndex(Condition where) implements ConflictTarget {

        public PartialIndex {
            requireNonNull(where, "condition");
        }

        @Override
        public List<Condition> predicate() {
            return List.of(where);
        }
    }

    /** {@code on conflict on constraint name}. */
    record Constraint(Name name) implements ConflictTarget {

        public Constraint {
            requireNonNull(name, "constraint");
        }
    }

    /** No unique index: a lock on the table keeps others from inserting the same key. */
    record Lock() implements ConflictTarget {}
}
