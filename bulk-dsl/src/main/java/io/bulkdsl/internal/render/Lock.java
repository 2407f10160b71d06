// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.render;

import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Keeps other writers out, while readers go on:
 *
 * <pre>
 * lock table log_entry in share row exclusive mode
 * </pre>
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">PostgreSQL: Explicit Locking</a>
 */
final class Lock {

    static RowCountQuery of(Table<?> table) {
        return DSL.query("lock table {0} in share row exclusive mode", OwnName.of(table));
    }

    private Lock() {}
}
