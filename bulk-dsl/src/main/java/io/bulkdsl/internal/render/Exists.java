// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * {@code exists (select 1 from … where …)}. Templates, because the types of {@code DSL.exists} differ between the jOOQ
 * versions one jar of ours must run on.
 */
final class Exists {

    static Condition in(Table<?> table, Collection<Condition> where) {
        return DSL.condition("exists ({0})", anyOf(table, where));
    }

    static Condition notIn(Table<?> table, Collection<Condition> where) {
        return DSL.condition("not exists ({0})", anyOf(table, where));
    }

    static Select<?> anyOf(Table<?> table, Collection<Condition> where) {
        return select(inline(1)).from(table).where(where);
    }

    private Exists() {}
}
