// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import org.jooq.DSLContext;
import org.jooq.Table;

/** Lets one run after the other change a table, while anybody may read it; until the transaction ends. */
final class TableLock {

    private TableLock() {}

    static void take(DSLContext ctx, Table<?> table) {
        ctx.execute("lock table {0} in share row exclusive mode", table);
    }
}
